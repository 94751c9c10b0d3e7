import { button, fields, h, list, replace } from './dom.js';
import { layOut } from './json.js';
import { attempt, readText, tell } from './server.js';
import { isFailure } from './store.js';
import { exactly, size } from './time.js';

// Everything about one entry: what was sent, the rules, the answer, and what the webhook said to it.

const kinds = { sent: 'Sent by the Page', refused: 'Refused', received: 'From the customer', webhook: 'Webhook' };

export function details(store, pane, entry) {
  const deliveries = h('div', {});
  const view = {
    name: `entry-${entry.sequence}`,
    title: `${kinds[entry.kind]}, no. ${entry.sequence}`,
    render: () => [
      facts(entry),
      entry.kind === 'sent' || entry.kind === 'refused' ? rules(entry) : null,
      part(entry, 'request', entry.kind === 'received' ? 'Event' : 'Request'),
      entry.kind === 'received' ? null : part(entry, 'answer', 'Answer'),
      entry.files.length === 0 ? null : section('Files', h('ul', { class: 'plain' }, entry.files.map(file => h('li', {}, `${file.file_name}, ${file.content_type || 'without a type'}, ${size(file.length)}`)))),
      entry.kind === 'webhook' ? null : deliveries,
    ],
    update: change => {
      if (change.logged) showDeliveries();
    },
  };
  let shown = -1;
  const showDeliveries = () => {
    const found = store.webhooks.filter(webhook => concerns(webhook, entry));
    if (found.length === shown) return;
    shown = found.length;
    const none = entry.kind === 'received' ? (store.state.webhook ? 'Nothing has been delivered for this yet.' : 'The emulator has no webhook.') : null;
    if (found.length > 0 || none) replace(deliveries, section('Webhook deliveries', found.length === 0 ? h('p', { class: 'quiet' }, none) : deliveryList(store, pane, found)));
  };
  showDeliveries();
  return view;
}

export function deliveryList(store, pane, webhooks) {
  return h('ul', { class: 'log-list' }, webhooks.map(webhook => h('li', {},
    h('button', { type: 'button', class: 'entry', onclick: () => pane.show(details(store, pane, webhook), true) },
      h('span', { class: `status ${isFailure(webhook) ? 'bad' : 'good'}` }, webhook.status ?? 'Failed'),
      h('span', { class: 'what' }, webhook.webhook?.error ?? namesOf(webhook)),
      h('span', { class: 'quiet' }, `${webhook.webhook && webhook.webhook.attempt > 1 ? `attempt ${webhook.webhook.attempt}, ` : ''}${webhook.webhook?.duration_ms ?? '?'} ms`)))));
}

function facts(entry) {
  const all = [
    ['Time', exactly(Date.parse(entry.time))],
    ['Call', entry.path ? `${entry.method ?? ''} ${entry.path}` : null],
    ['Operation', entry.operation],
    ['Status', entry.status],
    ['Message id', entry.message_id],
    ['URL', entry.webhook?.url],
    ['Attempt', entry.webhook?.attempt],
    ['Duration', entry.webhook ? `${entry.webhook.duration_ms} ms` : null],
    ['Error', entry.webhook?.error],
    ['Page', entry.page_id],
    ['Customer', entry.person_id],
  ];
  return h('dl', { class: 'facts' }, all.filter(([, value]) => value !== null && value !== undefined).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, String(value)))));
}

function rules(entry) {
  if (entry.rules.length === 0) return section('Rules', h('p', { class: 'quiet' }, entry.kind === 'refused' ? 'No rule was broken. The answer says why the call was refused.' : 'All rules are kept.'));
  return section('Rules', h('ul', { class: 'rules' }, entry.rules.map(rule => h('li', { class: rule.is_refused ? 'broken' : 'bent' },
    h('p', {}, h('a', { href: `/inbox/rules/${encodeURIComponent(rule.name)}`, target: '_blank', rel: 'noopener' }, rule.name), h('span', { class: 'quiet' }, rule.is_refused ? ' broken' : ' bent')),
    rule.path ? h('p', {}, h('code', {}, rule.path)) : null,
    h('p', {}, rule.message)))));
}

function part(entry, name, title) {
  const area = h('div', {}, h('p', { class: 'quiet' }, 'Loading …'));
  const value = entry[name];
  let exact = value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const fill = () => replace(area, exact.trim() === '' ? h('p', { class: 'quiet' }, 'Empty.') : layOut(exact));
  readText(entry.sequence, name).then(text => {
    exact = text ?? exact;
    fill();
  }, fill);
  const copy = button('Copy', () => attempt(async () => {
    await navigator.clipboard.writeText(exact);
    tell('Copied.');
  }), { class: 'small', 'aria-label': `Copy the ${title.toLowerCase()}` });
  return section(title, area, copy);
}

const section = (title, content, tool) => h('section', {}, h('div', { class: 'section-head' }, h('h3', {}, title), tool), content);

// What a delivery is about: the event that is this entry's own, or what followed from a message of the Page, such as its echo.
function concerns(webhook, entry) {
  const own = JSON.stringify(entry.request);
  return eventsOf(webhook).some(event => (entry.kind === 'received'
    ? JSON.stringify(event) === own || JSON.stringify(event.value) === own
    : entry.message_id && midsOf(event).includes(entry.message_id)));
}

function eventsOf(webhook) {
  return list(fields(webhook.request).entry).map(fields).flatMap(item => [...list(item.messaging), ...list(item.standby), ...list(item.changes)]).map(fields);
}

function midsOf(event) {
  return [fields(event.message).mid, fields(event.postback).mid, ...list(fields(event.delivery).mids)].filter(Boolean);
}

const hiddenNames = new Set(['sender', 'recipient', 'timestamp', 'value']);

function namesOf(webhook) {
  if (webhook.method === 'GET') return 'Verification';
  const names = eventsOf(webhook).map(event => (event.field ? String(event.field) : fields(event.message).is_echo ? 'message echo' : Object.keys(event).filter(name => !hiddenNames.has(name)).join(', ')));
  return names.length > 3 ? `${names.length} events` : names.join(', ') || webhook.path || 'A call';
}
