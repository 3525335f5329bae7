import { Provider } from '../provider';

export default function Layout({ children }: { children: unknown }) {
  return <Provider>{children}</Provider>; // ok: nothing is shown here
}
