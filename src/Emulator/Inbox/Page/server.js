import { h } from './dom.js';

// Calls of the emulator. An error is shown and then thrown, so that callers do not go on.

async function call(method, path, body) {
  const response = await fetch(path, { method, headers: { 'Content-Type': 'application/json' }, body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body) });
  const answer = await response.json();
  if (response.ok) return answer;
  throw new Error(answer.error ?? `The emulator answered with ${response.status}.`);
}

export const act = action => call('POST', '/inbox/actions', action);

export const addPerson = person => call('POST', '/inbox/people', person);

export const judge = (id, status) => call('POST', '/inbox/templates', { id, status });

export const advance = seconds => call('POST', '/inbox/clock', { advance_seconds: seconds });

export const resetClock = () => call('POST', '/inbox/clock', { reset: true });

export const setFaults = json => call('PUT', '/inbox/faults', json);

export const clearFaults = () => call('DELETE', '/inbox/faults');

export async function readState() {
  return (await fetch('/inbox/state')).json();
}

export async function readEarlier(conversation, before, count) {
  const query = new URLSearchParams({ page_id: conversation.pageId, person_id: conversation.personId, before: String(before), count: String(count) });
  return (await fetch(`/inbox/entries?${query}`)).json();
}

// The exact text of a request or an answer; null if the journal no longer has it.
export async function readText(sequence, part) {
  const response = await fetch(`/inbox/entries/${sequence}/${part}`);
  return response.ok ? response.text() : null;
}

let timer = 0;

export function tell(message) {
  const toast = document.getElementById('toast');
  toast.replaceChildren(h('span', {}, message));
  toast.classList.add('shown');
  clearTimeout(timer);
  timer = setTimeout(() => {
    toast.classList.remove('shown');
    toast.replaceChildren();
  }, 6000);
}

// Runs what a button does, and shows an error instead of failing without a word.
export async function attempt(work) {
  try {
    await work();
    return true;
  } catch (error) {
    tell(error.message);
    return false;
  }
}
