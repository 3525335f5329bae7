// No semicolons: a line that begins with a parenthesis, a bracket or a template goes on from the line before.
import { findItems, getItem } from '@acme/client'

const show = (id) => getItem(id) // expect: call getItem
let last
;[last] = [findItems('x')] // expect: call findItems
const text = show
`getItem(1)` // ok: a template, the tag of which is the line before
export { last, text }
