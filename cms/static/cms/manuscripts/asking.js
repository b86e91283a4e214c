/* Asking the server, and saying at the screen's foot why it did not answer. */

import { freshToken } from './token.js';

const FORBIDDEN = 403;
const BROKEN = 500;
const TOKEN = 'csrfmiddlewaretoken';

/** Send `body`; return the answer, or null after saying why there is none. */
export async function asked(desk, body, headers = {}) {
  const { form } = desk;
  const send = () => fetch(form.action, { method: 'POST', body, headers });
  let answer;
  try {
    answer = await send();
    if (answer.status === FORBIDDEN && (await freshToken(form, form.action))) {
      // Signed in again in another window: the same once more, with the token of today.
      body.set(TOKEN, form.elements[TOKEN].value);
      answer = await send();
    }
  } catch {
    refuse(desk, 'network');
    return null;
  }
  if (answer.status === FORBIDDEN || answer.url.includes('/login/')) {
    refuse(desk, 'signed-out');
    return null;
  }
  if (answer.status >= BROKEN) {
    refuse(desk, 'broken');
    return null;
  }
  return answer;
}

/** Say in a sentence that something was not done. It goes when the next thing is done. */
export function refuse(desk, word) {
  const box = desk.form.querySelector('template[data-refusal]').content.cloneNode(true);
  box.querySelector('p').textContent = desk.say(word);
  desk.form.querySelector('[data-refusals]').replaceChildren(box);
}
