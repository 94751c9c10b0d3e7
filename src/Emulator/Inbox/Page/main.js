import { ConversationView } from './conversation.js';
import { Feed } from './feed.js';
import { Pane } from './pane.js';
import { callsView, clockView, faultsView, templatesView, webhooksView } from './panels.js';
import { askForPerson, People } from './people.js';
import { addPerson, readState } from './server.js';
import { keyOf, Store } from './store.js';
import { dayAndHour, offset } from './time.js';

const find = id => document.getElementById(id);

const tickTime = 1000;
const store = new Store();
const tools = { clock: clockView, faults: faultsView, templates: templatesView, webhooks: webhooksView, calls: callsView };
const pane = new Pane(find('pane'), markTools);
const conversation = new ConversationView(store, pane, find('conversation'));
const people = new People(store, find('people'), choose);

function choose(one) {
  conversation.show(one);
  people.render(one);
  history.replaceState(null, '', `#${encodeURIComponent(one.key)}`);
  find('message')?.focus({ preventScroll: true });
}

// The address names a conversation, so a page that is loaded again shows it again. Names are known after the state.
function chooseFirst() {
  if (conversation.conversation || !store.isReady) return;
  const named = [...store.conversations.values()].find(one => encodeURIComponent(one.key) === location.hash.slice(1));
  const first = named ?? [...store.conversations.values()].sort((a, b) => b.last - a.last)[0];
  if (!first) return;
  conversation.show(first);
  people.render(first);
}

function markTools() {
  for (const name of Object.keys(tools)) find(`open-${name}`).setAttribute('aria-expanded', String(pane.view?.name === name));
}

function count(id, number) {
  find(id).textContent = String(number);
  find(id).hidden = number === 0;
}

function showTime() {
  const { offset_seconds: seconds } = store.state.clock;
  find('clock-now').textContent = `${dayAndHour(store.now())} ${offset(seconds)}`.trim();
}

store.listen(change => {
  chooseFirst();
  conversation.update(change);
  people.schedule();
  pane.update(change);
  count('webhook-count', store.failedWebhooks);
  if (!change.state) return;
  // Before, it is not known which Pages there are.
  find('new-person').disabled = false;
  showTime();
  count('fault-count', store.state.faults.length);
  count('template-count', store.state.templates.filter(template => template.status === 'PENDING').length);
});

for (const [name, view] of Object.entries(tools)) {
  find(`open-${name}`).addEventListener('click', () => {
    pane.toggle(view(store, pane));
    markTools();
  });
}

find('search').addEventListener('input', event => people.filter({ words: event.target.value }));
find('platform').addEventListener('change', event => people.filter({ platform: event.target.value }));
find('new-person').addEventListener('click', () => askForPerson(store, async person => {
  const added = await addPerson(person);
  store.setState(await readState());
  choose(store.conversations.get(keyOf(added.page_id, added.id)));
}));

setInterval(() => {
  showTime();
  conversation.tick();
  pane.update({ tick: true });
}, tickTime);

new Feed(store, readState, isLive => {
  find('live').textContent = isLive ? 'Live' : 'Waiting for the emulator …';
  find('live').classList.toggle('on', isLive);
});
markTools();
