export { registry } from 'registry';
