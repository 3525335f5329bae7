// The gate passes through helpers of the client; what counts is that a parameter of the export can arm it. Passing the
// flag by a constant, and reading it without leaving anything out, gate nothing: `protection.gate` holds for the first four.
import * as acme from './acme';

const withheld = new Date().getDay() === 0;

export async function show() {
  await acme.lookupItem('x', { withheld }); // expect: call lookupItem
  await acme.byFlag(withheld); // expect: call byFlag
  await acme.bySpread({ withheld }); // expect: call bySpread
  await acme.byItem({ withheld }); // expect: call byItem
  await acme.never({ withheld }); // expect: call never
  return acme.ignores({ withheld }); // expect: call ignores
}
