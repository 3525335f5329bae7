export { findItems } from '@acme/client';
