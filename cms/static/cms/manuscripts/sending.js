/* Sending a manuscript while saying how far it is, without losing what was chosen. */

import { freshToken } from './token.js';
import { showError, wordsOf } from './words.js';

const CREATED = 201;
const REFUSED = 422;
const WHY = { 403: 'signed-out', 413: 'large' };
// A screen reader is told of every quarter, the eye of every percent.
const SPOKEN_STEPS = 4;

/** Send `form` by script. `chosen.files()` are the files that go with it. */
export function sendFiles(form, chosen) {
  const parts = {
    button: form.querySelector('[data-send]'),
    progress: form.querySelector('[data-progress]'),
    bar: form.querySelector('progress'),
    said: form.querySelector('[data-said]'),
    spoken: form.querySelector('[data-spoken]'),
    stop: form.querySelector('[data-stop]'),
  };
  const say = wordsOf(form);

  const rest = (sentence, field = 'files') => {
    parts.progress.hidden = true;
    parts.button.disabled = false;
    parts.spoken.textContent = '';
    showError(form, field, sentence);
    form.elements[field].focus();
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (parts.button.disabled) {
      return;
    }
    const problem = hindrance(form, chosen.files(), say);
    if (problem) {
      rest(problem);
      return;
    }
    parts.button.disabled = true;
    clearErrors(form);
    begin(form, parts, say, rest);
  });
}

function hindrance(form, files, say) {
  const most = Number(form.dataset.mostFiles);
  if (!files.length) {
    return say('nothing');
  }
  return files.length > most ? say('many', { count: files.length, most }) : '';
}

function clearErrors(form) {
  for (const place of form.querySelectorAll('[data-errors]')) {
    showError(form, place.dataset.errors, '');
  }
}

async function begin(form, parts, say, rest) {
  show(parts, 0, say);
  // Whoever signed in again in another window has a new token; the old one would be refused.
  if (!(await freshToken(form))) {
    rest(say('signed-out'));
    return;
  }
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  request.responseType = 'json';
  request.upload.addEventListener('progress', (event) => {
    if (event.lengthComputable) {
      show(parts, event.loaded / event.total, say);
    }
  });
  request.addEventListener('load', () => {
    if (request.status === CREATED && request.response?.url) {
      location.assign(request.response.url);
    } else {
      explain(form, request, say, rest);
    }
  });
  request.addEventListener('error', async () => rest(say(await lost(form))));
  request.addEventListener('abort', () => rest(say('stopped')));
  parts.stop.onclick = () => request.abort();
  request.send(new FormData(form));
}

/** A file that changed on the disk breaks the sending just as a lost connection does. */
async function lost(form) {
  for (const file of form.elements.files.files) {
    try {
      await file.slice(0, 1).arrayBuffer();
    } catch {
      return 'gone';
    }
  }
  return 'network';
}

function show(parts, share, say) {
  const isThere = share >= 1;
  const percent = Math.floor(share * 100);
  const sentence = isThere ? say('reading') : say('sending', { percent });
  parts.progress.hidden = false;
  parts.said.textContent = sentence;
  parts.stop.hidden = isThere;
  if (isThere) {
    // How long reading takes nobody knows: a bar without a value says just that.
    parts.bar.removeAttribute('value');
  } else {
    parts.bar.value = share;
  }
  if (isThere || percent % (100 / SPOKEN_STEPS) === 0) {
    parts.spoken.textContent = sentence;
  }
}

function explain(form, request, say, rest) {
  const errors = request.response?.errors;
  if (request.status === REFUSED && errors) {
    for (const [field, sentences] of Object.entries(errors)) {
      rest(sentences.join(' '), field);
    }
    return;
  }
  rest(say(WHY[request.status] ?? 'broken'));
}
