// The wire: acts go out as JSON, changes come in as server-sent events, a lost connection is repaired.

/** Asks the server to do one thing; returns {ok, message, ...answer} and never throws. */
export async function act(body) {
  let response;
  try {
    response = await fetch("/act", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    return { ok: false, message: "The sandbox does not answer. Is it still running?" };
  }
  const answer = await response.json().catch(() => ({ message: "Something broke inside the sandbox; its terminal says what." }));
  return { ...answer, ok: response.ok };
}

/** The whole desk, as GET /state gives it. */
export async function fetchState() {
  const response = await fetch("/state", { cache: "no-store" });
  if (!response.ok) throw new Error(`state: ${response.status}`);
  return response.json();
}

const RETRY_MS = 1000;

/** Follows the server for ever: `onState` at every (re)connection, `onEvent` for every change, `onLost` between. */
export function follow({ onState, onEvent, onLost }) {
  const source = new EventSource("/events");
  let waiting = []; // events that came before the state; null once it is here
  source.onopen = async () => {
    waiting = [];
    try {
      onState(await fetchState());
      waiting.forEach(onEvent); // what changed while the state was on its way
      waiting = null;
    } catch {
      again();
    }
  };
  source.onmessage = (event) => {
    const change = JSON.parse(event.data);
    if (waiting) waiting.push(change);
    else onEvent(change);
  };
  const again = () => {
    source.close();
    onLost();
    setTimeout(() => follow({ onState, onEvent, onLost }), RETRY_MS);
  };
  source.onerror = again;
}
