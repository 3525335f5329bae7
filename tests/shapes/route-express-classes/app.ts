// A class holds its router, another one its handlers; one inherits them.
import express from 'express';
import { ItemRoutes } from './routes';

const app = express();
app.use('/items', new ItemRoutes().router);
