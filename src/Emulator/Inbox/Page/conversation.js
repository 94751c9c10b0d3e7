import { button, h, replace } from './dom.js';
import { details } from './details.js';
import { Composer } from './composer.js';
import { badge, face, platformName } from './people.js';
import { buildRow, fillRow, quickReplies } from './row.js';
import { act, attempt, readEarlier } from './server.js';
import { isInstagram, isTyping, nameOf } from './store.js';
import { dayAndHour, duration } from './time.js';

// The conversation in the middle. It shows the latest rows, and earlier ones on demand.

const most = 200;
const mostWhileReading = 600;
const few = 20;
const burst = 20;
const mostInBurst = 60;
const burstPause = 1000;
const quietTime = 20 * 60000;
const nearBottom = 60;

export class ConversationView {
  #store;
  #pane;
  #element;
  #conversation = null;
  #shown = [];
  #elements = new Map();
  #first = 0;
  #isComplete = true;
  #showsSilent = false;

  constructor(store, pane, element) {
    this.#store = store;
    this.#pane = pane;
    this.#element = element;
    replace(element, h('div', { class: 'empty' }, h('p', { class: 'title' }, 'No conversation yet'), h('p', {}, 'A conversation begins when the Page sends a message, or when you add a customer and write as that customer.')));
  }

  get conversation() {
    return this.#conversation;
  }

  show(conversation) {
    this.#conversation = conversation;
    this.#tools = { store: this.#store, conversation, open: entry => this.#pane.show(details(this.#store, this.#pane, entry)), act: action => this.#act(action), find: mid => conversation.byMessage.get(mid) };
    this.#head = h('header', { class: 'head' });
    this.#rows = h('ol', { class: 'rows' });
    this.#earlier = button('Show earlier messages', () => this.#showEarlier(true), { class: 'earlier' });
    this.#after = h('div', { class: 'after' });
    this.#log = h('div', { class: 'log', role: 'log', tabindex: '0', 'aria-label': `Conversation with ${nameOf(conversation)}` }, this.#earlier, this.#rows, this.#after);
    this.#newest = button('Newest messages', () => this.#rebuild(), { class: 'newest', hidden: true });
    this.#log.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    this.#composer = new Composer(this.#store, conversation, action => this.#act(action));
    replace(this.#element, this.#head, h('div', { class: 'log-frame' }, this.#log, this.#newest), this.#composer.element);
    this.#renderHead();
    this.#rebuild();
    // Pictures, the composer and the pane change the height.
    this.#observer?.disconnect();
    this.#observer = new ResizeObserver(() => { if (this.#isStuck) this.#toBottom(); });
    for (const part of [this.#log, this.#rows, this.#after]) this.#observer.observe(part);
    if (conversation.rows.length < few && conversation.oldest > 1) this.#showEarlier(false);
  }

  #tools; #head; #rows; #earlier; #after; #log; #newest; #composer; #observer;

  update(change) {
    if (!this.#conversation) return;
    if (change.state) {
      this.#renderHead();
      this.#composer.update();
      this.#updatePersonas();
    }
    for (const row of change.changed ?? []) {
      const element = this.#elements.get(row.id);
      if (element) fillRow(element, row, this.#tools);
    }
    const added = change.added?.get(this.#conversation);
    if (added) this.#append(added);
    if (added || change.state || change.changed?.size > 0) this.#renderAfter();
    if (this.#isStuck) this.#toBottom();
  }

  // What a burst has pushed out comes back when it is over.
  tick() {
    if (!this.#conversation) return;
    if (this.#lastBurst > 0 && performance.now() - this.#lastBurst > burstPause) {
      this.#lastBurst = 0;
      if (this.#isStuck && this.#shown.length < most) this.#showEarlier(false);
    }
    this.#renderHead();
    this.#renderAfter();
  }

  async #act(action) {
    const { pageId, personId } = this.#conversation;
    return attempt(() => act({ page_id: pageId, person_id: personId, ...action }));
  }

  #isStuck = true;
  #lastBurst = 0;

  #scrolled() {
    const log = this.#log;
    this.#isStuck = this.#isComplete && log.scrollHeight - log.scrollTop - log.clientHeight < nearBottom;
    if (this.#isStuck) this.#newest.hidden = true;
  }

  #toBottom() {
    this.#log.scrollTop = this.#log.scrollHeight;
  }

  #isVisible(row) {
    return !row.silent || this.#showsSilent;
  }

  // Shows the latest rows only.
  #rebuild() {
    const rows = this.#conversation.rows.filter(row => this.#isVisible(row)).slice(-most);
    this.#shown = [];
    this.#elements.clear();
    this.#rows.replaceChildren();
    this.#isComplete = true;
    this.#isStuck = true;
    this.#newest.hidden = true;
    this.#append(rows);
    this.#renderAfter();
    this.#toBottom();
  }

  #append(rows) {
    // A conversation that has just been opened has them already.
    const latestShown = this.#shown.at(-1)?.id ?? 0;
    const visible = rows.filter(row => row.id > latestShown && this.#isVisible(row));
    if (visible.length === 0) return this.#updateEarlier();
    if (!this.#isStuck) this.#newest.hidden = false;
    if (!this.#isStuck && this.#shown.length > mostWhileReading) this.#isComplete = false;
    if (!this.#isComplete) return undefined;
    // A screen reader could not follow so many.
    this.#log.setAttribute('aria-live', visible.length > burst ? 'off' : 'polite');
    const isBurst = visible.length > mostInBurst && this.#shown.length > 0;
    const latest = this.#isStuck ? visible.slice(isBurst ? -mostInBurst : -most) : visible;
    if (latest.length < visible.length) this.#drop(this.#shown.length);
    if (isBurst && this.#isStuck) this.#lastBurst = performance.now();
    const elements = latest.map(row => this.#build(row, this.#shown.at(-1)));
    this.#rows.append(...elements.flat());
    if (this.#isStuck && this.#shown.length > most) this.#drop(this.#shown.length - most);
    return this.#updateEarlier();
  }

  #drop(count) {
    for (const row of this.#shown.splice(0, count)) {
      this.#elements.get(row.id)?.remove();
      this.#elements.delete(row.id);
    }
  }

  #build(row, previous) {
    const isLater = previous && row.time - previous.time > quietTime;
    const isNewGroup = !previous || isLater || previous.from !== row.from || previous.persona !== row.persona || previous.type !== row.type;
    const element = buildRow(row, this.#tools);
    if (!previous || isLater) element.setAttribute('data-time', dayAndHour(row.time));
    if (isNewGroup) element.classList.add('first');
    this.#shown.push(row);
    this.#elements.set(row.id, element);
    return element;
  }

  #updateEarlier() {
    const oldest = this.#shown[0]?.id ?? Infinity;
    this.#earlier.hidden = !(this.#conversation.rows.some(row => row.id < oldest && this.#isVisible(row)) || this.#conversation.oldest > 1);
  }

  async #showEarlier(isAsked = true) {
    const conversation = this.#conversation;
    const oldest = this.#shown[0]?.id ?? Infinity;
    let rows = conversation.rows.filter(row => row.id < oldest && this.#isVisible(row)).slice(-most);
    if (rows.length === 0) {
      await attempt(async () => {
        const before = Math.min(oldest, conversation.oldest);
        rows = this.#store.addEarlier(conversation, await readEarlier(conversation, before, most), before, most).filter(row => this.#isVisible(row));
      });
      if (conversation !== this.#conversation) return;
    }
    const height = this.#log.scrollHeight;
    const later = this.#shown;
    this.#shown = [];
    const elements = rows.map(row => this.#build(row, this.#shown.at(-1)));
    this.#shown.push(...later);
    this.#isStuck &&= !isAsked;
    this.#rows.prepend(...elements);
    this.#log.scrollTop += this.#log.scrollHeight - height;
    this.#updateEarlier();
    this.#renderAfter();
    if (isAsked) elements[0]?.querySelector('button')?.focus({ preventScroll: true });
  }

  #personas = '';

  // Names and pictures of personas can come after their messages.
  #updatePersonas() {
    const personas = JSON.stringify(this.#store.state.personas);
    if (personas === this.#personas) return;
    this.#personas = personas;
    for (const row of this.#shown) {
      if (row.persona) fillRow(this.#elements.get(row.id), row, this.#tools);
    }
  }

  #renderAfter() {
    const conversation = this.#conversation;
    const last = conversation.rows.findLast(row => row.type !== 'note' || !row.silent);
    const hasReplies = last?.type === 'message' && last.from === 'page' && !last.refused && last.message.quick_replies;
    const types = isTyping(conversation, this.#store.now());
    const status = statusOf(conversation);
    const mark = `${hasReplies ? last.id : ''}|${types}|${status}|${nameOf(conversation)}`;
    if (this.#after.dataset.mark === mark) return;
    this.#after.dataset.mark = mark;
    replace(this.#after,
      status ? h('p', { class: 'seen' }, status) : null,
      types ? h('p', { class: 'typing' }, h('span', { class: 'wave', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')), h('span', { class: 'hidden-label' }, 'The Page is typing')) : null,
      hasReplies ? h('div', { class: 'quick-replies', role: 'group', 'aria-label': 'Quick replies' }, quickReplies(last, this.#tools)) : null);
  }

  #headMark = '';

  #renderHead() {
    const conversation = this.#conversation;
    const window = windowOf(conversation.person, this.#store.now());
    const mark = JSON.stringify([conversation.key, nameOf(conversation), platformName(conversation), window, conversation.person?.unavailable, conversation.person?.thread_owner]);
    if (mark === this.#headMark && this.#head.hasChildNodes()) return;
    this.#headMark = mark;
    this.#element.dataset.platform = isInstagram(conversation) ? 'instagram' : 'messenger';
    replace(this.#head,
      h('span', { class: 'portrait' }, face(conversation), badge(conversation)),
      h('div', { class: 'who' },
        h('h2', {}, nameOf(conversation)),
        h('p', { class: 'quiet' }, `${platformName(conversation)} · ${conversation.personId}`, conversation.person?.thread_owner ? ` · with app ${conversation.person.thread_owner}` : null)),
      conversation.person?.unavailable ? h('p', { class: 'window closed' }, 'Has blocked the Page') : window ? h('p', { class: `window ${window.class}`, title: window.until }, window.text) : null,
      h('label', { class: 'switch' }, h('input', { type: 'checkbox', ...(this.#showsSilent ? { checked: true } : {}), onchange: event => {
        this.#showsSilent = event.target.checked;
        this.#rebuild();
      } }), 'Silent events'));
  }
}

// Under the last message: whether the other side has seen it.
function statusOf(conversation) {
  const last = conversation.rows.findLast(row => row.type === 'message' && !row.refused);
  if (!last) return '';
  if (last.from === 'customer') return conversation.seenUntil > last.id ? 'Seen by the Page' : '';
  return conversation.readUntil >= last.time ? `Read by ${nameOf(conversation)}` : '';
}

export function windowOf(person, now) {
  if (!person) return null;
  const [response, human] = [Date.parse(person.response_until ?? ''), Date.parse(person.human_agent_until ?? '')];
  if (response > now) return { class: 'open', text: `Window open · ${duration(response - now)} left`, until: `Open until ${dayAndHour(response)}` };
  if (human > now) return { class: 'human', text: `Human agent only · ${duration(human - now)} left`, until: `Human agent until ${dayAndHour(human)}` };
  return { class: 'closed', text: 'Window closed', until: 'Closed' };
}
