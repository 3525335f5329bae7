export { findItems as searchItems } from '@acme/client';
