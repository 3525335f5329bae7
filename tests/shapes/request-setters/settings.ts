// A value that is written to a member goes into the setter of that name.
class Settings {
  #url = '';
  #label = '';
  set url(value: string) {
    this.#url = value.replace(/\/$/, '');
  }
  set label(value: string) {
    this.#label = value;
  }
  items() {
    return fetch(`${this.#url}/items`); // expect: request GET /items
  }
  named() {
    return fetch(`https://other.example/${this.#label}`); // ok: another service
  }
}
export const settings = new Settings();

let held = '';
export const plain = {
  set base(value: string) {
    held = value;
  },
  list: () => fetch(`${held}/list`), // expect: request GET /list
};
