// Reads the journal as it grows. Entries are handed over once per frame, however many have come.

const latest = 1000;
const hiddenPause = 500;
const statePause = 150;
const stateShare = 5;

export class Feed {
  #store;
  #source;
  #name = null;
  #queue = [];
  #scheduled = false;
  #stateWanted = false;
  #readingState = false;
  #readState;
  #live;

  constructor(store, readState, live) {
    this.#store = store;
    this.#readState = readState;
    this.#live = live;
    this.#open();
  }

  #open() {
    this.#source?.close();
    const source = new EventSource(`/inbox/events?latest=${latest}`);
    this.#source = source;
    source.addEventListener('open', () => this.#live(true));
    source.addEventListener('error', () => this.#live(false));
    source.addEventListener('journal', event => this.#begin(JSON.parse(event.data)));
    source.addEventListener('entry', event => this.#add(JSON.parse(event.data)));
    source.addEventListener('state', () => this.#wantState());
  }

  // Another journal has numbers of its own: what is shown is gone.
  #begin(name) {
    const isAnother = this.#name !== null && this.#name !== name;
    this.#name = name;
    if (isAnother) location.reload();
  }

  #add(entry) {
    this.#queue.push(entry);
    this.#schedule();
  }

  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    if (document.hidden) setTimeout(() => this.#flush(), hiddenPause);
    else requestAnimationFrame(() => this.#flush());
  }

  #flush() {
    this.#scheduled = false;
    const entries = this.#queue;
    this.#queue = [];
    this.#store.add(entries);
  }

  async #wantState() {
    this.#stateWanted = true;
    if (this.#readingState) return;
    this.#readingState = true;
    while (this.#stateWanted) {
      this.#stateWanted = false;
      const start = performance.now();
      try {
        this.#store.setState(await this.#readState());
      } catch {
        // The emulator has stopped. The state is announced again when it is back.
      }
      // A state with thousands of people takes time, so it is read less often.
      const pause = Math.max(statePause, (performance.now() - start) * stateShare);
      await new Promise(resolve => setTimeout(resolve, pause));
    }
    this.#readingState = false;
  }
}
