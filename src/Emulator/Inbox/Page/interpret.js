import { fields, list, text } from './dom.js';

// Says what an entry of the journal means in a conversation: a row, a reaction to another row, that something was seen, or typing.

const send = 'send';
const typingTime = 20000;

export function interpret(entry) {
  if (entry.kind === 'webhook') return null;
  const body = fields(entry.request);
  return entry.kind === 'received' ? readEvent(entry, body) : readCall(entry, body);
}

// The customer of an entry: refused calls may have nothing but the body to tell.
export function customerOf(entry) {
  if (entry.person_id) return entry.person_id;
  return entry.kind === 'webhook' ? '' : text(fields(fields(entry.request).recipient).id);
}

export function commentOf(entry) {
  const recipient = fields(fields(entry.request).recipient);
  return text(recipient.comment_id ?? recipient.post_id);
}

function rowOf(entry, type, more) {
  return {
    id: entry.sequence, entry, type, time: Date.parse(entry.time), from: entry.kind === 'received' ? 'customer' : 'page',
    refused: entry.kind === 'refused', mid: text(entry.message_id), reactions: new Map(), silent: false, ...more,
  };
}

const noteOf = (entry, label, more) => ({ row: rowOf(entry, 'note', { label, silent: entry.kind !== 'refused', ...more }) });

function readCall(entry, body) {
  if (entry.operation !== send) return noteOf(entry, `The Page called ${entry.operation ?? entry.path ?? 'the emulator'}.`);
  const message = parsed(body.message);
  if (Object.keys(message).length > 0) {
    const comment = commentOf(entry);
    return { row: rowOf(entry, 'message', { message, persona: text(body.persona_id), comment }), typing: typingOf(entry, 0) };
  }
  const action = text(body.sender_action).toLowerCase();
  const payload = fields(body.payload);
  switch (action) {
    case 'typing_on': return { ...noteOf(entry, 'The Page shows that it is typing.'), typing: typingOf(entry, typingTime) };
    case 'typing_off': return { ...noteOf(entry, 'The Page no longer shows that it is typing.'), typing: typingOf(entry, 0) };
    case 'mark_seen': return { ...noteOf(entry, 'The Page has seen the conversation.'), seen: entry.kind === 'sent' };
    case 'react': return { ...noteOf(entry, `The Page reacted with ${emojiOf(payload)}.`), reaction: reactionOf(entry, payload, emojiOf(payload)) };
    case 'unreact': return { ...noteOf(entry, 'The Page removed its reaction.'), reaction: reactionOf(entry, payload, null) };
    default: return noteOf(entry, 'The Page sent a request without a message.');
  }
}

// Until when the typing indicator is shown; null if the call changes nothing.
const typingOf = (entry, time) => (entry.kind === 'sent' ? Date.parse(entry.time) + time : null);

const reactionOf = (entry, payload, emoji) => (entry.kind === 'sent' ? { mid: text(payload.message_id), by: 'page', emoji } : null);

// In a form, the message is a string.
function parsed(message) {
  if (typeof message !== 'string') return fields(message);
  try {
    return fields(JSON.parse(message));
  } catch {
    return {};
  }
}

const names = { love: '❤️', haha: '😆', smile: '😆', wow: '😮', sad: '😢', angry: '😡', like: '👍', yes: '👍', dislike: '👎', no: '👎' };

function emojiOf(reaction) {
  const name = text(reaction.emoji || reaction.reaction);
  return names[name] ?? name;
}

function readEvent(entry, event) {
  if (event.field) return readComment(entry, fields(event.value), text(event.field));
  if (event.comment_id || (event.from && !event.sender)) return readComment(entry, event, 'comment');
  if (event.message) return readMessage(entry, fields(event.message));
  if (event.postback) return readPostback(entry, fields(event.postback));
  if (event.reaction) {
    const reaction = fields(event.reaction);
    const emoji = text(reaction.action) === 'unreact' ? null : emojiOf(reaction);
    return { ...noteOf(entry, emoji === null ? 'Removed a reaction.' : `Reacted with ${emoji}.`), reaction: { mid: text(reaction.mid), by: 'customer', emoji } };
  }
  if (event.read) return { ...noteOf(entry, 'Read the conversation.'), read: Number(fields(event.read).watermark) || Date.parse(entry.time) };
  if (event.optin) return noteOf(entry, 'Opted in.', { silent: false });
  if (event.referral) return noteOf(entry, `Came by a link${event.referral.ref ? ` with the reference ${text(event.referral.ref)}` : ''}.`, { silent: false });
  const name = Object.keys(event).find(key => !['sender', 'recipient', 'timestamp'].includes(key));
  return noteOf(entry, name ? `Something happened: ${name}.` : 'Something happened.', { silent: false });
}

function readMessage(entry, message) {
  const mid = text(message.mid ?? entry.message_id);
  const tapped = message.quick_reply ? 'Quick reply' : '';
  return { row: rowOf(entry, 'message', { message, mid, tapped, payload: text(fields(message.quick_reply).payload) }) };
}

function readPostback(entry, postback) {
  const title = text(postback.title) || 'Get started';
  return { row: rowOf(entry, 'message', { message: { text: title }, mid: text(postback.mid ?? entry.message_id), tapped: 'Tapped', payload: text(postback.payload) }) };
}

function readComment(entry, value, field) {
  const comment = text(value.comment_id ?? value.id ?? value.post_id);
  const words = text(value.message ?? value.text);
  if (!words && !comment) return noteOf(entry, `Something happened: ${field}.`, { silent: false });
  return { row: rowOf(entry, 'comment', { message: { text: words }, comment, post: text(value.post_id ?? fields(value.media).id) }), comment };
}

// A line for the list of people.
export function preview(row) {
  if (row.type === 'note') return row.label;
  const message = row.message;
  const attachment = fields(message.attachment ?? list(message.attachments)[0]);
  const words = text(message.text ?? fields(message.dynamic_text).text) || textOfTemplate(fields(attachment.payload)) || kindOf(attachment) || (message.template ? 'A template' : 'A message');
  return row.type === 'comment' ? `Comment: ${words}` : row.from === 'page' ? `Page: ${words}` : words;
}

function textOfTemplate(payload) {
  const first = fields(list(payload.elements)[0]);
  return payload.template_type ? text(payload.text ?? payload.title ?? first.title ?? payload.template_type) : '';
}

function kindOf(attachment) {
  const kinds = { image: 'A picture', video: 'A video', audio: 'An audio clip', file: 'A file', like_heart: '❤️', fallback: 'A link' };
  return attachment.type ? kinds[text(attachment.type).toLowerCase()] ?? text(attachment.type) : '';
}
