/* The token that proves a form to be ours. It changes whenever somebody signs in. */

const NAME = 'csrfmiddlewaretoken';
const FORBIDDEN = 403;

/**
 * Take over the token that the server would give this page now.
 * Returns whether somebody is still signed in; true also when the server cannot be asked.
 */
export async function freshToken(form, address = location.href) {
  let answer;
  try {
    answer = await fetch(address, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  } catch {
    return true;
  }
  if (!answer.ok) {
    return answer.status !== FORBIDDEN;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const token = page.querySelector(`main form [name="${NAME}"]`);
  if (token) {
    form.elements[NAME].value = token.value;
  }
  return true;
}
