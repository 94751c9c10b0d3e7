import { commentOf, customerOf, interpret, preview } from './interpret.js';

// What the page knows: the state of the emulator, and the conversations that follow from the journal.

const mostRows = 2000;
const mostLogged = 1000;

export const keyOf = (pageId, personId) => `${pageId}/${personId}`;

export class Store {
  state = { clock: { now: new Date().toISOString(), offset_seconds: 0 }, pages: [], people: [], templates: [], personas: [], faults: [], menu: {}, webhook: null };
  stateTime = performance.now();
  conversations = new Map();
  webhooks = [];
  calls = [];
  failedWebhooks = 0;
  isReady = false;
  #start = 0;
  #comments = new Map();
  #listeners = [];

  // A listener gets { added: Map of conversation to rows, changed: Set of rows, state: true if it was read }.
  listen(listener) {
    this.#listeners.push(listener);
  }

  setState(state) {
    this.isReady = true;
    this.state = state;
    this.stateTime = performance.now();
    for (const person of state.people) this.#conversation(person.page_id, person.id).person = person;
    this.#tell({ state: true });
  }

  // The time by the emulator's clock, which goes on between two states.
  now() {
    return Date.parse(this.state.clock.now) + (performance.now() - this.stateTime);
  }

  persona(id) {
    return this.state.personas.find(persona => String(persona.id) === id);
  }

  add(entries) {
    if (this.#start === 0 && entries.length > 0) this.#begin(entries[0].sequence);
    const change = { added: new Map(), changed: new Set(), logged: false };
    for (const entry of entries) this.#add(entry, change);
    this.#tell(change);
  }

  // Entries of earlier times, for those who scroll up. They are kept if there is no gap after them.
  addEarlier(conversation, entries, before, count) {
    const rows = [];
    for (const entry of entries) {
      const meaning = interpret(entry);
      if (meaning?.row) rows.push(meaning.row);
      this.#apply(conversation, { ...meaning, typing: null }, { changed: new Set() });
    }
    if (before === conversation.oldest) {
      conversation.rows.unshift(...rows);
      conversation.oldest = entries.length < count ? 1 : entries[0].sequence;
    }
    for (const row of rows) this.#index(conversation, row);
    return rows;
  }

  // The server has what was before. The oldest number of a conversation says from where on it is here.
  #begin(sequence) {
    this.#start = sequence;
    for (const conversation of this.conversations.values()) conversation.oldest = sequence;
  }

  #add(entry, change) {
    if (entry.kind === 'webhook') {
      keep(this.webhooks, entry);
      if (isFailure(entry)) this.failedWebhooks++;
      change.logged = true;
      return;
    }
    const personId = customerOf(entry) || this.#comments.get(commentOf(entry));
    if (!personId) {
      keep(this.calls, entry);
      change.logged = true;
      return;
    }
    const conversation = this.#conversation(entry.page_id, personId);
    const meaning = interpret(entry);
    if (meaning.row) {
      conversation.rows.push(meaning.row);
      this.#index(conversation, meaning.row);
      if (!meaning.row.silent) Object.assign(conversation, { preview: preview(meaning.row), refused: meaning.row.refused, time: meaning.row.time, last: entry.sequence, unread: conversation.unread + 1 });
      if (!change.added.has(conversation)) change.added.set(conversation, []);
      change.added.get(conversation).push(meaning.row);
    }
    this.#apply(conversation, meaning, change);
    trim(conversation);
  }

  #index(conversation, row) {
    if (row.mid) conversation.byMessage.set(row.mid, row);
    if (row.type === 'comment') {
      this.#comments.set(row.comment, conversation.personId);
      conversation.byComment.set(row.comment, row);
    }
  }

  #apply(conversation, meaning, change) {
    if (meaning?.read) conversation.readUntil = Math.max(conversation.readUntil, meaning.read);
    if (meaning?.seen) conversation.seenUntil = Math.max(conversation.seenUntil, meaning.row.id);
    if (typeof meaning?.typing === 'number') conversation.typingUntil = meaning.typing;
    const target = meaning?.reaction && conversation.byMessage.get(meaning.reaction.mid);
    if (!target) return;
    if (meaning.reaction.emoji === null) target.reactions.delete(meaning.reaction.by);
    else target.reactions.set(meaning.reaction.by, meaning.reaction.emoji);
    change.changed.add(target);
  }

  #conversation(pageId, personId) {
    const key = keyOf(pageId, personId);
    let found = this.conversations.get(key);
    if (!found) {
      found = { key, pageId, personId, person: null, rows: [], byMessage: new Map(), byComment: new Map(), readUntil: 0, seenUntil: 0, typingUntil: 0, oldest: this.#start, last: 0, time: 0, unread: 0, preview: '', refused: false };
      this.conversations.set(key, found);
    }
    return found;
  }

  #tell(change) {
    for (const listener of this.#listeners) listener(change);
  }
}

export const nameOf = conversation => conversation.person?.name ?? `Person ${conversation.personId}`;

export const isInstagram = conversation => conversation.person?.platform === 'instagram';

export const isTyping = (conversation, now) => Boolean(conversation.person?.is_typing_shown) || conversation.typingUntil > now;

export const isFailure = entry => Boolean(entry.webhook?.error) || !(entry.status >= 200 && entry.status < 300);

// Older ones can be read from the server again.
function trim(conversation) {
  if (conversation.rows.length <= mostRows * 1.25) return;
  const gone = conversation.rows.splice(0, conversation.rows.length - mostRows);
  for (const row of gone) {
    if (conversation.byMessage.get(row.mid) === row) conversation.byMessage.delete(row.mid);
  }
  conversation.oldest = conversation.rows[0].id;
}

function keep(entries, entry) {
  entries.push(entry);
  if (entries.length > mostLogged * 1.25) entries.splice(0, entries.length - mostLogged);
}
