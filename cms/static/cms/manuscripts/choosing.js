/* Choosing files: by dropping, by the file dialog, in several goes, and taking one back. */

import { showError, wordsOf } from './words.js';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** Write a size as people say it, in the language of the page. */
export function sizeInWords(bytes, language = document.documentElement.lang) {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const style = { style: 'unit', unit: UNITS[unit], unitDisplay: 'short' };
  const digits = { maximumFractionDigits: size < 10 && unit > 1 ? 1 : 0 };
  return new Intl.NumberFormat(language, { ...style, ...digits }).format(size);
}

/** Join files to those chosen before; one of the same name takes the other's place. */
export function joined(before, added) {
  const byName = new Map([...before, ...added].map((file) => [file.name, file]));
  return [...byName.values()];
}

/** Keep the files that `form` will send. Returns `files()`, those chosen now. */
export function chooseFiles(form) {
  const input = form.querySelector('[data-files]');
  const drop = form.querySelector('[data-drop]');
  const list = form.querySelector('[data-chosen]');
  const spoken = form.querySelector('[data-spoken]');
  const say = wordsOf(form);
  let chosen = [];

  const keep = (files) => {
    chosen = files;
    const held = new DataTransfer();
    for (const file of chosen) {
      held.items.add(file);
    }
    input.files = held.files;
    list.replaceChildren(...chosen.map(row));
    list.hidden = chosen.length === 0;
  };
  const row = (file) => {
    const item = form.querySelector('template[data-file]').content.cloneNode(true);
    item.querySelector('[data-name]').textContent = file.name;
    item.querySelector('[data-size]').textContent = sizeInWords(file.size);
    const button = item.querySelector('[data-remove]');
    button.setAttribute('aria-label', say('remove', { name: file.name }));
    button.addEventListener('click', () => {
      keep(chosen.filter((other) => other !== file));
      spoken.textContent = say('removed', { name: file.name });
      (list.querySelector('[data-remove]') ?? input).focus();
    });
    return item;
  };
  const add = (files) => {
    showError(form, 'files', '');
    keep(joined(chosen, files));
    spoken.textContent = say('chosen', { count: chosen.length });
  };

  input.addEventListener('change', () => add([...input.files]));
  drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('is-over');
  });
  drop.addEventListener('dragleave', (event) => {
    if (!drop.contains(event.relatedTarget)) {
      drop.classList.remove('is-over');
    }
  });
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('is-over');
    if (holdsFolder(event.dataTransfer)) {
      showError(form, 'files', say('folder'));
      return;
    }
    add([...event.dataTransfer.files]);
  });
  neverLeaveByDropping(drop);
  // A browser that goes back to this page may still hold what was chosen.
  if (input.files.length) {
    keep([...input.files]);
  }
  return { files: () => chosen };
}

function holdsFolder(dropped) {
  return [...dropped.items].some((item) => item.webkitGetAsEntry?.()?.isDirectory);
}

/** A file dropped beside the place for it would be opened in place of this page. */
function neverLeaveByDropping(drop) {
  for (const kind of ['dragover', 'drop']) {
    document.addEventListener(kind, (event) => {
      if (!drop.contains(event.target)) {
        event.preventDefault();
      }
    });
  }
}
