/* What scripts add to the manuscripts' screens. Everything works without this file. */

import { chooseFiles } from './manuscripts/choosing.js';
import { sendFiles } from './manuscripts/sending.js';
import { reviewInPlace } from './manuscripts/reviewing.js';

for (const form of document.querySelectorAll('[data-manuscript-upload]')) {
  sendFiles(form, chooseFiles(form));
}
for (const form of document.querySelectorAll('[data-manuscript-review]')) {
  reviewInPlace(form);
}
