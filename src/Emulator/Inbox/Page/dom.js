// Builds elements. Text is always set as text and never read as HTML, and only http and https become links.

export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export function button(label, press, attributes = {}) {
  return h('button', { type: 'button', onclick: press, ...attributes }, label);
}

// A request can have any JSON anywhere, so nothing relies on the type of a member.
export function text(value) {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export const list = value => (Array.isArray(value) ? value : []);

export const fields = value => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {});

export function webUrl(value) {
  if (typeof value !== 'string') return null;
  try {
    const url = new URL(value);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

export function link(url, attributes, ...children) {
  const href = webUrl(url);
  return href === null
    ? h('span', { ...attributes, title: `Not a web address: ${text(url)}` }, ...children)
    : h('a', { ...attributes, href, target: '_blank', rel: 'noopener noreferrer', title: href }, ...children);
}

// Web addresses in a text become links, and nothing else does.
export function linked(value) {
  return text(value).split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}])/u).map((part, i) => (i % 2 === 1 ? link(part, {}, part) : part));
}

export function picture(url, description, attributes = {}) {
  const src = webUrl(url);
  if (src === null) return missing(description, url);
  const image = h('img', { ...attributes, alt: description, src, loading: 'lazy', referrerpolicy: 'no-referrer' });
  image.addEventListener('error', () => image.replaceWith(missing(description, url)), { once: true });
  return image;
}

export function missing(description, source) {
  return h('span', { class: 'missing' }, h('strong', {}, description), source ? h('span', {}, text(source)) : null);
}

export function replace(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
}
