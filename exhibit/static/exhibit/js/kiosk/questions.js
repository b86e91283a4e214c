/** Keep one answer open at a time, and bring its question to where it can be read. */
export function openOneAtATime(list) {
  list.addEventListener('toggle', ({ target }) => {
    if (!target.open || !target.matches('[data-question]')) {
      return;
    }
    for (const other of list.querySelectorAll('[data-question][open]')) {
      other.open = other === target;
    }
    target.scrollIntoView({ block: 'nearest' });
  }, { capture: true });
}
