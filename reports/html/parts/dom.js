// Every element of the page is made here. Text goes in as text; there is no way in for HTML.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
function el(tag, attributes, ...children) {
  return /** @type {HTMLElement} */ (filled(document.createElement(tag), attributes, children));
}

/**
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 * @param {...(Child | Child[])} children
 * @returns {SVGElement}
 */
function svg(tag, attributes, ...children) {
  return /** @type {SVGElement} */ (filled(document.createElementNS(SVG, tag), attributes, children));
}

/**
 * @param {Element} element
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 * @param {(Child | Child[])[]} children
 */
function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat()) {
    if (child === false || child === null || child === undefined) continue;
    element.append(typeof child === 'number' ? String(child) : child);
  }
  return element;
}

/** @param {string} id @returns {HTMLElement} */
function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no element ${id}`);
  return found;
}

/** A name that may go on in the next line behind its own marks, and only there. @param {string} name @returns {Child[]} */
function breakable(name) {
  return name.split(/(?<=[/_.])/).flatMap((part) => [part, el('wbr', {})]).slice(0, -1);
}

/** Where in the page something stands. @param {Record<string, string | number>} where */
function address(where) {
  return `#${new URLSearchParams(Object.entries(where).map(([name, value]) => [name, String(value)]))}`;
}

/** @param {Record<string, string | number>} where @param {...(Child | Child[])} children */
function link(where, ...children) {
  return el('a', { href: address(where) }, ...children);
}
