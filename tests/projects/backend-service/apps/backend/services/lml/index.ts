export { isLmlConfigured, LmlClientError, resolveEntity as lmlResolveEntity } from '@wxyc/lml-client';
export * as lml from '@wxyc/lml-client';
export { LmlLookupCoordinator, lmlLookupCoordinator } from './lookup-coordinator.js';
