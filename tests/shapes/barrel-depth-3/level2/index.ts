export { loadItem, searchItems } from './level3';
