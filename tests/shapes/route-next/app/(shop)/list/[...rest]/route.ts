export { GET } from '../../../../lib/list';
