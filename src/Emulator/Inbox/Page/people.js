import { button, h, replace } from './dom.js';
import { isInstagram, nameOf } from './store.js';
import { hour } from './time.js';

// The list of conversations: the latest first.

const most = 100;
const pause = 200;
const share = 5;

export function face(conversation, class_ = 'face') {
  return h('img', { class: class_, alt: '', src: conversation.person?.profile_picture ?? `/inbox/faces/${encodeURIComponent(conversation.personId)}.svg`, width: '44', height: '44', loading: 'lazy' });
}

export const platformName = conversation => (isInstagram(conversation) ? 'Instagram' : 'Messenger');

export const badge = conversation => h('span', { class: `platform ${isInstagram(conversation) ? 'instagram' : 'messenger'}` }, h('span', { class: 'hidden-label' }, platformName(conversation)));

export class People {
  #store;
  #element;
  #choose;
  #items = new Map();
  #rest = h('li', { class: 'nobody' });
  #timer = 0;
  #cost = 0;
  #filter = { words: '', platform: '' };

  constructor(store, element, choose) {
    this.#store = store;
    this.#element = element;
    this.#choose = choose;
    element.addEventListener('keydown', event => this.#move(event));
  }

  filter(change) {
    Object.assign(this.#filter, change);
    this.render();
  }

  // Renders soon, but not for each of many changes.
  schedule() {
    this.#timer ||= setTimeout(() => this.render(), Math.max(pause, this.#cost * share));
  }

  render(chosen = this.chosen) {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const start = performance.now();
    this.chosen = chosen;
    const shown = [...this.#store.conversations.values()].filter(one => this.#matches(one)).sort((a, b) => b.last - a.last);
    const items = shown.slice(0, most).map(conversation => this.#item(conversation));
    if (shown.length > most) {
      this.#rest.textContent = `and ${shown.length - most} more: find them by name or id`;
      items.push(this.#rest);
    }
    if (items.length === 0) replace(this.#element, h('li', { class: 'nobody' }, this.#store.conversations.size === 0 ? 'No customers yet.' : 'No customer matches.'));
    else if (items.length !== this.#element.children.length || items.some((item, i) => this.#element.children[i] !== item)) this.#arrange(items);
    this.#cost = performance.now() - start;
  }

  // Moving an element takes the focus from it.
  #arrange(items) {
    const focused = document.activeElement;
    replace(this.#element, items);
    if (this.#element.contains(focused)) focused.focus({ preventScroll: true });
  }

  #matches(conversation) {
    const { words, platform } = this.#filter;
    return (platform === '' || (platform === 'instagram') === isInstagram(conversation))
      && (words === '' || nameOf(conversation).toLowerCase().includes(words.toLowerCase()) || conversation.personId.includes(words));
  }

  #item(conversation) {
    const isChosen = conversation === this.chosen;
    if (isChosen) conversation.unread = 0;
    const mark = [isChosen, conversation.last, conversation.unread, nameOf(conversation), conversation.person?.unavailable, conversation.person?.is_typing_shown, isInstagram(conversation)].join('|');
    let item = this.#items.get(conversation.key);
    if (!item) {
      item = { element: h('li', {}), mark: '' };
      item.button = h('button', { type: 'button', class: 'person', onclick: () => this.#choose(conversation) });
      item.element.append(item.button);
      this.#items.set(conversation.key, item);
    }
    if (item.mark === mark) return item.element;
    item.mark = mark;
    if (isChosen) item.button.setAttribute('aria-current', 'true');
    else item.button.removeAttribute('aria-current');
    replace(item.button, this.#describe(conversation));
    return item.element;
  }

  #describe(conversation) {
    const count = conversation.unread > 99 ? '99+' : conversation.unread;
    return [
      h('span', { class: 'portrait' }, face(conversation), badge(conversation)),
      h('span', { class: 'who' },
        h('span', { class: 'name' }, nameOf(conversation)),
        h('span', { class: conversation.refused ? 'last refused' : 'last' }, conversation.person?.unavailable ? 'Has blocked the Page' : conversation.refused ? `Not delivered. ${conversation.preview}` : conversation.preview || (conversation.oldest > 1 ? '…' : 'No messages yet'))),
      h('span', { class: 'when' },
        conversation.time ? h('span', {}, hour(conversation.time)) : null,
        conversation.unread > 0 ? h('span', { class: 'count' }, count, h('span', { class: 'hidden-label' }, ' new')) : null),
    ];
  }

  #move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const all = [...this.#element.querySelectorAll('button')];
    const next = all[all.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

// A form to add a customer, as a dialog that the browser closes with Escape.
export function askForPerson(store, add) {
  const name = h('input', { id: 'person-name', required: true, maxlength: '80', autocomplete: 'off' });
  const platform = h('select', { id: 'person-platform' }, h('option', { value: 'messenger' }, 'Messenger'), h('option', { value: 'instagram' }, 'Instagram'));
  const page = h('select', { id: 'person-page' }, store.state.pages.map(one => h('option', { value: one.id }, one.id)));
  const error = h('p', { class: 'error', role: 'alert' });
  const form = h('form', { method: 'dialog' },
    h('h2', { id: 'person-title' }, 'New customer'),
    h('label', { for: 'person-name' }, 'Name'), name,
    h('label', { for: 'person-platform' }, 'Platform'), platform,
    h('label', { for: 'person-page' }, 'Page'), page, error,
    h('div', { class: 'row-of-buttons' }, button('Cancel', () => dialog.close()), h('button', { type: 'submit', class: 'primary' }, 'Add')));
  const dialog = h('dialog', { 'aria-labelledby': 'person-title' }, form);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      await add({ page_id: page.value, platform: platform.value, name: name.value });
      dialog.close();
      document.getElementById('message')?.focus();
    } catch (problem) {
      error.textContent = problem.message;
    }
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  name.focus();
}
