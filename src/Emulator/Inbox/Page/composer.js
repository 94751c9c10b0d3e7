import { button, fields, h, link, list, replace, text, webUrl } from './dom.js';
import { nameOf } from './store.js';

// Where the developer plays the customer.

const forms = {
  picture: { label: 'Send a picture', fields: [['url', 'Address of the picture', 'url']], send: 'Send the picture' },
  comment: { label: 'Comment on a post', fields: [['text', 'Comment', 'text']], send: 'Comment' },
  referral: { label: 'Come by a link', fields: [['ref', 'Reference of the link', 'text']], send: 'Come by the link' },
  opt_in: { label: 'Opt in to messages', fields: [['title', 'Topic', 'text'], ['payload', 'Payload', 'text']], send: 'Opt in' },
  postback: { label: 'Tap a button', fields: [['title', 'Title of the button', 'text'], ['payload', 'Payload', 'text']], send: 'Tap' },
};

export class Composer {
  #store;
  #conversation;
  #act;
  #input;
  #more;
  #toggle;
  #mark = '';

  constructor(store, conversation, act) {
    this.#store = store;
    this.#conversation = conversation;
    this.#act = act;
    this.#input = h('textarea', { id: 'message', rows: '1', placeholder: `Write as ${nameOf(conversation)}`, autocomplete: 'off' });
    this.#toggle = h('button', { type: 'button', class: 'plus', 'aria-expanded': 'false', 'aria-controls': 'more', 'aria-label': 'More that the customer can do', onclick: () => this.#open(this.#more.hidden) }, h('span', { 'aria-hidden': 'true' }));
    this.#more = h('div', { class: 'more', id: 'more', hidden: true });
    const form = h('form', { class: 'composer', onsubmit: event => this.#send(event) }, this.#toggle,
      h('label', { class: 'hidden-label', for: 'message' }, `Message from ${nameOf(conversation)}`), this.#input,
      h('button', { type: 'submit', class: 'send' }, 'Send'));
    this.#input.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    this.#input.addEventListener('input', () => this.#fit());
    this.element = h('div', { class: 'composer-frame', onkeydown: event => this.#escape(event) }, this.#more, form);
  }

  update() {
    if (!this.#more.hidden && this.#menuMark() !== this.#mark && !this.#more.querySelector('form')) this.#showMenu();
  }

  #fit() {
    this.#input.style.height = 'auto';
    this.#input.style.height = `${Math.min(this.#input.scrollHeight, 160)}px`;
  }

  async #send(event) {
    event.preventDefault();
    const words = this.#input.value.trim();
    if (words === '') return;
    if (!await this.#act({ action: 'text', text: words })) return;
    this.#input.value = '';
    this.#fit();
  }

  #escape(event) {
    if (event.key !== 'Escape' || this.#more.hidden) return;
    event.preventDefault();
    this.#open(false);
    this.#toggle.focus();
  }

  #open(isOpen) {
    this.#more.hidden = !isOpen;
    this.#toggle.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) this.#showMenu();
  }

  #menuMark() {
    return JSON.stringify([this.#store.state.menu?.[this.#conversation.pageId], this.#conversation.person?.unavailable]);
  }

  #showMenu() {
    this.#mark = this.#menuMark();
    const menu = fields(this.#store.state.menu?.[this.#conversation.pageId]);
    const own = itemsOf(menu.persistent_menu).map(item => this.#menuItem(item));
    const questions = itemsOf(menu.ice_breakers).map(item => this.#once(text(item.question), { action: 'postback', title: text(item.question), payload: text(item.payload) }));
    const isBlocked = this.#conversation.person?.unavailable;
    replace(this.#more,
      own.length > 0 ? group('Menu of the Page', own) : null,
      questions.length > 0 ? group('Questions to begin with', questions) : null,
      group('As the customer', [
        menu.get_started ? this.#once('Get started', { action: 'get_started', payload: text(fields(menu.get_started).payload) }) : null,
        Object.entries(forms).map(([name, form]) => button(form.label, () => this.#showForm(name))),
        this.#once('Read the messages', { action: 'read' }),
        isBlocked ? this.#once('Unblock the Page', { action: 'unblock' }) : this.#once('Block the Page', { action: 'block' }),
      ]));
    this.#more.querySelector('button, a')?.focus();
  }

  #menuItem(item) {
    return webUrl(item.url) ? link(item.url, { class: 'menu-link' }, text(item.title)) : this.#once(text(item.title), { action: 'postback', title: text(item.title), payload: text(item.payload) });
  }

  #once(label, action) {
    return button(label, async () => {
      if (!await this.#act(action)) return;
      this.#open(false);
      this.#input.focus();
    });
  }

  #showForm(name) {
    const { label, fields: inputs, send } = forms[name];
    const controls = inputs.map(([key, title, type]) => [key, title, h('input', { id: `more-${key}`, type, required: true, autocomplete: 'off' })]);
    const form = h('form', { class: 'more-form', onsubmit: async event => {
      event.preventDefault();
      const values = Object.fromEntries(controls.map(([key, , input]) => [key, input.value]));
      if (!await this.#act({ action: name, ...values })) return;
      this.#open(false);
      this.#input.focus();
    } },
    h('h3', {}, label),
    controls.map(([key, title, input]) => [h('label', { for: `more-${key}` }, title), input]),
    h('div', { class: 'row-of-buttons' }, button('Back', () => this.#showMenu()), h('button', { type: 'submit', class: 'primary' }, send)));
    replace(this.#more, form);
    controls[0][2].focus();
  }
}

// The menu of the default language.
function itemsOf(parts) {
  const all = list(parts).map(fields);
  const chosen = all.find(part => part.locale === undefined || part.locale === 'default') ?? all[0];
  if (chosen?.question !== undefined) return all;
  return list(chosen?.call_to_actions).map(fields);
}

const group = (title, items) => h('section', {}, h('h3', {}, title), h('div', { class: 'more-items' }, items));
