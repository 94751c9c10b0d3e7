import { button, fields, h, list, picture, text, webUrl } from './dom.js';
import { content } from './messages.js';
import { nameOf } from './store.js';
import { exactly } from './time.js';

// One row of a conversation as an element.

const emojis = ['❤️', '😆', '😮', '😢', '😡', '👍'];

// tools: { store, conversation, open(entry), act(action), find(mid) }
export function buildRow(row, tools) {
  const element = h('li', { class: `row ${row.from} ${row.type}${row.refused ? ' refused' : ''}`, 'data-sequence': row.id });
  fillRow(element, row, tools);
  return element;
}

export function fillRow(element, row, tools) {
  element.replaceChildren(...(row.type === 'note' ? note(row, tools) : message(row, tools)));
}

function note(row, tools) {
  return [h('p', { class: 'note' }, row.refused ? h('strong', {}, 'Not delivered. ') : null, row.label, ' ', infoButton(row, tools))];
}

function message(row, tools) {
  const who = authorOf(row, tools);
  return [
    row.from === 'page' ? h('span', { class: 'avatar' }, who.picture) : null,
    h('div', { class: 'stack' },
      who.name ? h('p', { class: 'author' }, who.name) : null,
      quoteOf(row, tools),
      row.type === 'comment' ? comment(row) : content({ row, conversation: tools.conversation, firstName: nameOf(tools.conversation).split(' ')[0], tap: one => tap(row, one, tools), optIn: (payload, title) => tools.act({ action: 'opt_in', payload: text(payload), title, message_id: row.mid }) }),
      reactions(row, tools),
      row.refused ? refusal(row) : null),
    h('div', { class: 'row-tools' }, row.from === 'page' && !row.refused && row.mid ? reactButton(row, tools) : null, infoButton(row, tools)),
  ].filter(Boolean);
}

const tap = (row, one, tools) => tools.act({ action: 'postback', title: text(one.title), payload: text(one.payload), message_id: row.mid });

function authorOf(row, tools) {
  if (row.from === 'customer') return { name: row.type === 'comment' ? null : row.tapped || null };
  const persona = row.persona ? tools.store.persona(row.persona) : null;
  if (!row.persona) return { picture: h('span', { class: 'page-mark', 'aria-hidden': 'true' }), name: null };
  const image = persona && webUrl(persona.profile_picture_url) ? picture(persona.profile_picture_url, '', { class: 'face small', width: '28', height: '28' }) : h('span', { class: 'page-mark persona', 'aria-hidden': 'true' }, (persona?.name ?? '?').slice(0, 1));
  return { picture: image, name: persona?.name ?? `Persona ${row.persona}` };
}

// What a message answers: a comment, or an earlier message.
function quoteOf(row, tools) {
  if (row.from === 'page' && row.comment) {
    const comment = tools.conversation.byComment.get(row.comment);
    return h('p', { class: 'quote' }, 'Private reply to a comment', comment ? h('q', {}, text(comment.message.text)) : h('code', {}, row.comment));
  }
  const mid = text(fields(fields(row.entry.request).reply_to).mid ?? fields(row.message.reply_to).mid);
  const target = mid ? tools.find(mid) : null;
  return target ? h('p', { class: 'quote' }, 'Reply to', h('q', {}, text(target.message?.text) || 'a message')) : null;
}

function comment(row) {
  return h('div', { class: 'card comment-card' },
    h('p', { class: 'eyebrow' }, row.post ? `Comment on the post ${row.post}` : 'Comment'),
    h('p', { class: 'words' }, text(row.message.text)));
}

function reactions(row, tools) {
  if (row.reactions.size === 0) return null;
  const own = row.reactions.get('customer');
  return h('p', { class: 'reactions' }, [...row.reactions].map(([by, emoji]) => h('span', { title: by === 'page' ? 'From the Page' : 'From the customer' }, emoji)),
    own ? button('Take back', () => tools.act({ action: 'unreaction', message_id: row.mid }), { class: 'small' }) : null);
}

function refusal(row) {
  const names = [...new Set(row.entry.rules.filter(rule => rule.is_refused).map(rule => rule.name))];
  const error = fields(fields(row.entry.answer).error);
  return h('p', { class: 'fate' }, h('strong', {}, 'Not delivered'), names.length > 0 ? ` · ${names.join(', ')}` : error.message ? ` · ${text(error.message)}` : row.entry.status ? ` · status ${row.entry.status}` : '');
}

function infoButton(row, tools) {
  const bent = row.entry.rules.length > 0 && !row.refused;
  return h('button', { type: 'button', class: bent ? 'info bent' : 'info', onclick: () => tools.open(row.entry), 'aria-label': `Details of no. ${row.id}${bent ? ', with warnings' : ''}`, title: `${exactly(row.time)}${bent ? ` · ${row.entry.rules.length} warning${row.entry.rules.length === 1 ? '' : 's'}` : ''}` }, h('span', { class: 'dots', 'aria-hidden': 'true' }));
}

// A disclosure with the emojis. It is built when it is opened.
function reactButton(row, tools) {
  const wrap = h('span', { class: 'react' });
  const opener = h('button', { type: 'button', class: 'info', 'aria-expanded': 'false', 'aria-label': `React to no. ${row.id}`, title: 'React' }, h('span', { class: 'smile', 'aria-hidden': 'true' }));
  const close = focus => {
    wrap.querySelector('.emojis')?.remove();
    opener.setAttribute('aria-expanded', 'false');
    if (focus) opener.focus();
  };
  opener.addEventListener('click', () => {
    if (opener.getAttribute('aria-expanded') === 'true') return close(true);
    opener.setAttribute('aria-expanded', 'true');
    wrap.append(h('span', { class: 'emojis', role: 'group', 'aria-label': 'Reactions' }, emojis.map(emoji => button(emoji, () => {
      close(true);
      tools.act({ action: 'reaction', message_id: row.mid, emoji });
    }))));
    wrap.querySelector('.emojis button').focus();
  });
  wrap.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !wrap.querySelector('.emojis')) return;
    event.preventDefault();
    close(true);
  });
  wrap.append(opener);
  return wrap;
}

// The quick replies of the last message: they go with the next one, as on a phone.
export function quickReplies(row, tools) {
  const made = { user_phone_number: '+12025550123', user_email: `${nameOf(tools.conversation).split(' ')[0].toLowerCase()}@example.com` };
  return list(row.message.quick_replies).map(fields).map(reply => {
    const type = text(reply.content_type).toLowerCase();
    const title = text(reply.title) || made[type] || (type === 'location' ? 'Send location' : type) || 'A quick reply';
    const icon = webUrl(reply.image_url) ? picture(reply.image_url, '', { class: 'quick-icon', width: '20', height: '20' }) : null;
    return h('button', { type: 'button', class: 'quick-reply', onclick: () => tools.act({ action: 'quick_reply', title, text: title, payload: text(reply.payload) || made[type] || title, message_id: row.mid }) }, icon, title);
  });
}

