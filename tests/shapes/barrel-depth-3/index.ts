export * from './level2';
