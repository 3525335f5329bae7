import { Picker } from './picker';

export function Named({ item, onSave, ...rest }: any) {
  return <Picker {...rest} item={item} onPick={onSave} />;
}
