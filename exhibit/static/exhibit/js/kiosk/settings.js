/**
 * Read the screen's settings from the one element that carries them. `idleSeconds` is null in a
 * curator's preview.
 */
export function settingsOf(page) {
  const data = JSON.parse(page.getElementById('screen').textContent);
  return {
    inside: data.inside,
    start: data.start,
    here: data.here,
    idleSeconds: data.idle_seconds,
    warningSeconds: data.warning_seconds,
    direction: data.direction,
    digits: data.digits,
  };
}

/** Write a number in the digits of the page's language. */
export function inDigits(number, digits) {
  return String(number).replace(/[0-9]/g, (digit) => digits[Number(digit)]);
}
