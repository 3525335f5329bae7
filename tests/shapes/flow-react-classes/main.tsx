// Components that are classes: an element makes an object that holds what it is given, and React calls its methods.
import { getItem } from '@acme/client';
import React, { Component, PureComponent } from 'react';
import { createRoot } from 'react-dom/client';

class Plain extends React.Component<{ title: string; other: string }> {
  render() {
    const other = <b>{this.props.other}</b>; // ok: nothing of it
    return <p>{this.props.title}{other}</p>; // sink: view
  }
}
class Begun extends Component<{ title: string }> {
  state = { title: this.props.title, count: 0 };
  render() {
    return <p title={String(this.state.count)}>{this.state.title}</p>; // sink: view
  }
}
class Constructed extends Component<{ title: string }> {
  constructor(props: { title: string }) {
    super(props);
    this.state = { shown: props.title, open: false };
  }
  render() {
    return <p>{this.state.shown}</p>; // sink: view
  }
}
class Loading extends Component {
  state = { item: null, other: null };
  async componentDidMount() {
    const item = await getItem(1); // expect: call getItem
    this.setState({ item });
  }
  render() {
    return this.state.other ? <i>{this.state.other}</i> : <p>{this.state.item?.title}</p>; // sink: view
  }
}
class Updating extends Component {
  state = { item: null };
  componentDidMount() {
    getItem(2).then((item) => this.setState((old) => ({ ...old, item }))); // expect: call getItem
  }
  render() {
    const { item } = this.state;
    return <p>{item?.title}</p>; // sink: view
  }
}
abstract class Base extends PureComponent<{ title: string }> {
  label = () => this.props.title;
}
class Heir extends Base {
  render() {
    return <p>{this.label()}</p>; // sink: view
  }
}
class Silent extends Component<{ title: string }> {
  render() {
    const { title, ...rest } = this.props;
    return <p {...rest} />; // ok: all but that
  }
}
class Unused {
  constructor(public props: { title: string }) {}
  render() {
    return <p>{this.props.title}</p>; // ok: no component, and nobody makes one
  }
}
function App() {
  const [item, setItem] = React.useState({ title: '' });
  React.useEffect(() => {
    getItem(3).then(setItem); // expect: call getItem
  }, []);
  return (
    <main>
      <Plain title={item.title} other="x" />
      <Begun title={item.title} />
      <Constructed title={item.title} />
      <Loading />
      <Updating />
      <Heir title={item.title} />
      <Silent title={item.title} />
    </main>
  );
}
createRoot(document.body).render(<App />);
