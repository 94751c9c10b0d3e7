import { fields, h, link, linked, list, missing, picture, text, webUrl } from './dom.js';
import { template } from './templates.js';
import { size } from './time.js';

// Shows what a message contains, as the customer sees it.

// context: { row, conversation, firstName, tap(button), optIn(payload, title) }
export function content(context) {
  const message = context.row.message;
  const parts = [];
  const words = wordsOf(message, context.firstName);
  if (words) parts.push(h('div', { class: `bubble${isEmoji(words) ? ' emoji' : ''}` }, linked(words)));
  for (const attachment of message.attachment ? [message.attachment] : list(message.attachments)) parts.push(show(fields(attachment), context));
  if (message.sticker_id !== undefined) parts.push(h('div', { class: 'bubble' }, missing('A sticker', text(message.sticker_id))));
  if (message.template !== undefined) parts.push(utility(fields(message.template)));
  if (message.is_deleted) parts.push(h('div', { class: 'bubble gone' }, 'The message was deleted.'));
  if (parts.length === 0) parts.push(h('div', { class: 'bubble gone' }, 'A message without content.'));
  return parts;
}

function wordsOf(message, firstName) {
  const dynamic = fields(message.dynamic_text);
  const words = text(message.text);
  return words || text(dynamic.text || dynamic.fallback_text).replaceAll('{{first_name}}', firstName);
}

// Up to three emoji are shown large, as on a phone.
function isEmoji(words) {
  return words.length < 40 && /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\s){1,24}$/u.test(words) && /\p{Extended_Pictographic}/u.test(words)
    && [...new Intl.Segmenter('en').segment(words.trim())].length <= 3;
}

function show(attachment, context) {
  const payload = fields(attachment.payload);
  const type = text(attachment.type).toLowerCase();
  const file = list(context.row.entry.files)[0];
  const source = payload.url ?? (payload.attachment_id !== undefined ? `uploaded as ${text(payload.attachment_id)}` : file ? `${file.file_name}, ${size(file.length)}` : '');
  switch (type) {
    case 'template': return template(payload, context);
    case 'image': return h('div', { class: 'media' }, picture(payload.url ?? source, 'A picture'));
    case 'video': return webUrl(payload.url) ? media('video', payload.url, 'A video') : place('A video', source);
    case 'audio': return webUrl(payload.url) ? media('audio', payload.url, 'An audio clip') : place('An audio clip', source);
    case 'file': return webUrl(payload.url) ? h('div', { class: 'bubble file' }, link(payload.url, {}, fileName(payload.url))) : place('A file', source);
    case 'like_heart': return h('div', { class: 'bubble emoji' }, '❤️');
    case 'fallback': return h('div', { class: 'bubble' }, link(payload.url ?? attachment.url, {}, text(payload.title ?? attachment.title) || 'A link'));
    case 'media_share': return place('A post', text(payload.id ?? payload.url));
    default: return place(`An attachment of the type ${type || 'unknown'}`, source);
  }
}

const place = (what, source) => h('div', { class: 'bubble' }, missing(what, source));

function media(name, url, label) {
  const player = h(name, { controls: true, preload: 'none', 'aria-label': label, src: webUrl(url) });
  player.addEventListener('error', () => player.replaceWith(missing(label, url)), { once: true });
  return h('div', { class: 'media' }, player);
}

function fileName(url) {
  const name = new URL(url).pathname.split('/').pop();
  try {
    return decodeURIComponent(name) || url;
  } catch {
    return name || url;
  }
}

// The text of an approved template is not in the request, but its values are.
function utility(sent) {
  const values = list(sent.components).flatMap(component => list(fields(component).parameters).map(fields));
  return h('div', { class: 'card' },
    h('p', { class: 'eyebrow' }, 'Utility message'),
    h('p', { class: 'title' }, text(sent.name) || 'A template without a name'),
    values.length === 0 ? null : h('ul', { class: 'values' }, values.map(value => h('li', {}, value.parameter_name ? `${text(value.parameter_name)}: ` : '', text(value.text ?? value.payload ?? value.url ?? value.type)))));
}
