/* The review screen without reloading: each button still sends the whole form. */

import { asked, refuse } from './asking.js';
import { letDrag } from './dragging.js';
import { speak, swap } from './swapping.js';
import { unfold } from './unfolding.js';
import { wordsOf } from './words.js';

// Long enough to walk through a select's options by arrow keys without acting on each.
const PATIENCE_MS = 700;

/** Let the buttons of `form` act in place, its text be kept as it is typed, its parts unfold. */
export function reviewInPlace(form) {
  const desk = {
    form,
    say: wordsOf(form),
    spoken: document.querySelector('[data-spoken]'),
    queue: Promise.resolve(),
    isUnkept: false,
  };
  form.addEventListener('submit', (event) => press(desk, event));
  keepWhatIsTyped(desk);
  actOnChoices(desk);
  letDrag(form, (part, before, grip) => act(desk, `before|${part}|${before}`, grip));
}

function press(desk, event) {
  const button = event.submitter;
  if (desk.isLeaving) {
    return;
  }
  event.preventDefault();
  if (button?.dataset.unfolds !== undefined) {
    unfold(desk, button);
  } else if (button?.dataset.leaves !== undefined) {
    leave(desk, button);
  } else {
    act(desk, button?.value ?? 'save', document.activeElement);
  }
}

/** One thing after another: what goes out later carries the version that came back before. */
function inTurn(desk, task) {
  desk.queue = desk.queue.then(task);
  return desk.queue;
}

/** Send the form with an order, put the answer in its place, and go back to where one was. */
function act(desk, order, origin) {
  return inTurn(desk, async () => {
    const sent = held(desk.form, order);
    desk.form.setAttribute('aria-busy', 'true');
    const answer = await asked(desk, sent);
    desk.form.removeAttribute('aria-busy');
    if (answer) {
      desk.isUnkept = false;
      swap(desk, await answer.text(), { order, origin, sent });
    }
  });
}

function held(form, order) {
  const data = new FormData(form);
  data.set('order', order);
  return data;
}

/** Leave only after everything that was under way has been kept. */
function leave(desk, button) {
  inTurn(desk, async () => {
    // A form that is still telling of its submission cannot be submitted.
    await new Promise((go) => setTimeout(go));
    desk.isLeaving = true;
    if (button.dataset.waits) {
      button.classList.add('button-longrunning-active');
      button.querySelector('em').textContent = button.dataset.waits;
      desk.spoken.textContent = button.dataset.waits;
    }
    desk.form.requestSubmit(button);
  });
}

/** Keep titles and choices when the cursor leaves them, quietly. */
function keepWhatIsTyped(desk) {
  desk.form.addEventListener('input', () => {
    desk.isUnkept = true;
  });
  desk.form.addEventListener('change', (event) => {
    if (event.target.matches('input[type="text"], input[type="radio"]')) {
      inTurn(desk, () => keepQuietly(desk));
    }
  });
  addEventListener('beforeunload', (event) => {
    if (desk.isUnkept && !desk.isLeaving) {
      event.preventDefault();
    }
  });
  // A page that the browser takes back from its memory may be older than the import.
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      location.reload();
    }
  });
}

async function keepQuietly(desk) {
  const { form } = desk;
  const sent = held(form, 'save');
  const answer = await asked(desk, sent, { 'X-Requested-With': 'quietly' });
  if (!answer) {
    return;
  }
  const { version, said } = await answer.json();
  speak(desk, said);
  const shown = form.querySelector('[data-version]');
  if (shown.value !== String(version)) {
    // What could be undone is now the typing, not what the button stood beside.
    form.querySelector('[data-undo]')?.remove();
    shown.value = version;
  }
  desk.isUnkept = false;
  if (!answer.ok) {
    await showAsItIs(desk, sent);
  }
}

/** Fetch the page anew: it says at its place what could not be kept. */
async function showAsItIs(desk, sent) {
  const page = await fetch(location.href).catch(() => null);
  if (page?.ok) {
    swap(desk, await page.text(), { order: 'save', origin: document.activeElement, sent });
  } else {
    refuse(desk, 'network');
  }
}

/** A choice in a select acts by itself, after a moment in which no other is made. */
function actOnChoices(desk) {
  let timer;
  desk.form.addEventListener('change', (event) => {
    if (!event.target.matches('[data-acts]')) {
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => act(desk, 'save', event.target), PATIENCE_MS);
  });
}
