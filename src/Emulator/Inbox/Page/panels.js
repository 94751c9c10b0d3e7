import { button, h, replace } from './dom.js';
import { deliveryList, details } from './details.js';
import { windowOf } from './conversation.js';
import { advance, attempt, clearFaults, judge, resetClock, setFaults } from './server.js';
import { nameOf } from './store.js';
import { exactly, hour, offset } from './time.js';

// The tools: clock, faults, templates, webhooks and calls of the Page.

const hourLong = 3600;
const shownEntries = 100;

// A view whose content is built again when what it shows has changed.
function live(name, title, render, concerns) {
  const area = h('div', {});
  const fill = () => replace(area, render());
  return { name, title, render: () => { fill(); return area; }, update: change => { if (concerns(change)) fill(); } };
}

export function clockView(store) {
  const now = h('p', { class: 'big' });
  const ahead = h('p', { class: 'quiet' });
  const people = h('ul', { class: 'plain windows' });
  const fill = () => {
    now.textContent = exactly(store.now());
    const seconds = store.state.clock.offset_seconds;
    ahead.textContent = seconds === 0 ? 'The current time.' : `${offset(seconds)} ahead of the current time.`;
    replace(people, [...store.conversations.values()].filter(one => one.person).slice(0, shownEntries).map(conversation => {
      const window = windowOf(conversation.person, store.now());
      return h('li', {}, h('span', {}, nameOf(conversation)), h('span', { class: `window ${window.class}` }, window.until));
    }));
  };
  const step = (label, seconds) => button(label, () => attempt(() => advance(seconds)));
  return {
    name: 'clock', title: 'Clock', update: change => { if (change.state || change.tick) fill(); },
    render: () => {
      fill();
      return [now, ahead,
        h('div', { class: 'row-of-buttons' }, step('+1 h', hourLong), step('+25 h', 25 * hourLong), step('+8 days', 192 * hourLong), button('Reset', () => attempt(resetClock))),
        h('h3', {}, 'Windows'), people];
    },
  };
}

const presets = [
  ['Reset after the delivery, once', { fault: 'reset', after_delivery: true, times: 1 }],
  ['No answer, once', { fault: 'delayed', delay: -1, times: 1 }],
  ['5 seconds late', { fault: 'delayed', delay: 5 }],
  ['Rate limit, three times', { fault: 'error', code: 613, times: 3 }],
  ['Server error 503', { fault: 'server_error', status: 503 }],
  ['Truncated, one in ten', { fault: 'truncated', probability: 0.1, seed: 7 }],
  ['No message id, once', { fault: 'without_message_id', times: 1 }],
];

export function faultsView(store) {
  const script = h('textarea', { id: 'script', class: 'script', rows: '16', spellcheck: 'false' });
  const summary = h('p', { class: 'quiet' });
  const error = h('p', { class: 'error', role: 'alert' });
  let applied = null;
  const fill = () => {
    const faults = store.state.faults;
    summary.textContent = faults.length === 0 ? 'There are no faults.' : faults.length === 1 ? 'There is one fault.' : `There are ${faults.length} faults.`;
    const text = JSON.stringify({ faults }, null, 2);
    // What the developer is writing stays.
    if (applied === null || script.value === applied) script.value = text;
    applied = text;
  };
  const put = async work => {
    error.textContent = '';
    try {
      await work();
      applied = script.value;
    } catch (problem) {
      error.textContent = problem.message;
    }
  };
  const add = fault => {
    try {
      const written = JSON.parse(script.value);
      script.value = JSON.stringify({ faults: [...written.faults, fault] }, null, 2);
    } catch {
      script.value = JSON.stringify({ faults: [...store.state.faults, fault] }, null, 2);
    }
    return put(() => setFaults(script.value));
  };
  return {
    name: 'faults', title: 'Faults', update: change => { if (change.state) fill(); },
    render: () => {
      fill();
      return [summary,
        h('h3', {}, 'Add'), h('div', { class: 'presets' }, presets.map(([label, fault]) => button(label, () => add(fault)))),
        h('h3', {}, h('label', { for: 'script' }, 'Script')), script, error,
        h('div', { class: 'row-of-buttons' }, button('Apply', () => put(() => setFaults(script.value)), { class: 'primary' }), button('Remove all', () => put(async () => {
          await clearFaults();
          script.value = JSON.stringify({ faults: [] }, null, 2);
        })))];
    },
  };
}

export function templatesView(store) {
  return live('templates', 'Templates', () => {
    const templates = store.state.templates;
    if (templates.length === 0) return h('p', { class: 'quiet' }, 'The Page has not handed in a template.');
    return h('ul', { class: 'plain templates' }, templates.map(template => h('li', {},
      h('p', { class: 'title' }, template.name),
      h('p', { class: 'quiet' }, `${template.language} · ${template.id}`),
      h('p', {}, h('span', { class: `status ${template.status === 'APPROVED' ? 'good' : template.status === 'REJECTED' ? 'bad' : ''}` }, template.status)),
      h('div', { class: 'row-of-buttons' },
        button('Approve', () => attempt(() => judge(template.id, 'APPROVED')), { 'aria-label': `Approve ${template.name}` }),
        button('Reject', () => attempt(() => judge(template.id, 'REJECTED')), { 'aria-label': `Reject ${template.name}` })))));
  }, change => change.state);
}

export function webhooksView(store, pane) {
  return live('webhooks', 'Webhooks', () => {
    const webhook = store.state.webhook;
    const latest = store.webhooks.slice(-shownEntries).reverse();
    return [
      webhook ? h('p', { class: 'address' }, h('code', {}, webhook.url), h('span', { class: `status ${webhook.is_verified ? 'good' : 'bad'}` }, webhook.is_verified ? 'Verified' : 'Not verified')) : h('p', { class: 'quiet' }, 'The emulator has no webhook.'),
      h('h3', {}, 'Latest deliveries'),
      latest.length === 0 ? h('p', { class: 'quiet' }, 'Nothing has been delivered yet.') : deliveryList(store, pane, latest),
    ];
  }, change => change.state || change.logged);
}

export function callsView(store, pane) {
  return live('calls', 'Calls of the Page', () => {
    const latest = store.calls.slice(-shownEntries).reverse();
    if (latest.length === 0) return h('p', { class: 'quiet' }, 'There were no calls that concern no customer, such as those for the menu.');
    return h('ul', { class: 'log-list' }, latest.map(entry => h('li', {},
      h('button', { type: 'button', class: 'entry', onclick: () => pane.show(details(store, pane, entry), true) },
        h('span', { class: `status ${entry.kind === 'refused' ? 'bad' : 'good'}` }, entry.status ?? '–'),
        h('span', { class: 'what' }, entry.operation ?? entry.path ?? 'A call'),
        h('span', { class: 'quiet' }, hour(Date.parse(entry.time)))))));
  }, change => change.logged);
}
