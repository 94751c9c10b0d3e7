import { button, h, replace } from './dom.js';

// The pane at the right: one view at a time. Escape closes it and gives the focus back.

export class Pane {
  #element;
  #views = [];
  #opener = null;
  #closed;

  constructor(element, closed) {
    this.#element = element;
    this.#closed = closed;
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !event.defaultPrevented && !element.hidden && !document.querySelector('dialog[open]')) this.close();
    });
  }

  get view() {
    return this.#views.at(-1);
  }

  // A view is { name, title, render(): nodes, update?(change) }. With keep, the present one comes back afterwards.
  show(view, keep = false) {
    if (this.#element.hidden || !this.#element.contains(document.activeElement)) this.#opener = document.activeElement;
    this.#views = keep ? [...this.#views, view] : [view];
    this.#render();
  }

  toggle(view) {
    if (this.view?.name === view.name && !this.#element.hidden) this.close();
    else this.show(view);
  }

  update(change) {
    if (!this.#element.hidden) this.view?.update?.(change);
  }

  close() {
    this.#element.hidden = true;
    this.#element.replaceChildren();
    this.#views = [];
    if (this.#opener?.isConnected) this.#opener.focus();
    this.#closed();
  }

  #back() {
    this.#views.pop();
    this.#render();
  }

  #render() {
    const view = this.view;
    const body = h('div', { class: 'pane-body' }, view.render());
    this.#element.setAttribute('aria-label', view.title);
    replace(this.#element,
      h('header', {},
        this.#views.length > 1 ? button('Back', () => this.#back()) : null,
        h('h2', {}, view.title),
        button('Close', () => this.close())),
      body);
    this.#element.hidden = false;
    this.#element.focus();
  }
}
