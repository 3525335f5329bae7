// Custom elements: what they write into themselves, and into what they find below them, is on the page.
import { getItem } from '@acme/client';

class Card extends HTMLElement {
  async connectedCallback() {
    const found: any = await getItem(1); // expect: call getItem ; reach: renders
    this.innerHTML = `<p>${found.title}</p>`; // sink: view ; proven: view
  }
}
class Shadowed extends Card {
  label = '';
  title = '';
  async connectedCallback() {
    const found: any = await getItem(1); // expect: call getItem ; reach: renders
    this.shadowRoot!.innerHTML = `<p>${found.title}</p>`; // sink: view ; proven: view
    this.querySelector('p')!.textContent = found.body; // sink: view ; proven: view
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.innerHTML = found.kind; // sink: view ; proven: view
    this.setAttribute('name', found.name); // sink: view ; proven: view
  }
}
// good twins: members of its own, and a class that is no element
class Kept extends HTMLElement {
  title = '';
  async connectedCallback() {
    const found = await getItem(2); // expect: call getItem ; reach: contained
    this.title = found.title;
  }
}
class Note {
  innerHTML = '';
  async fill() {
    const found = await getItem(2); // expect: call getItem ; reach: contained
    this.innerHTML = found.title;
  }
}
customElements.define('acme-card', Card);
customElements.define('acme-shadowed', Shadowed);
customElements.define('acme-kept', Kept);
new Note().fill();
