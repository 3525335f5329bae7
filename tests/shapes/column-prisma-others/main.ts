// A client of another package that has a member of the name of a model.
import { getItem } from '@acme/client';
import { PrismaClient } from '@prisma/client';
import Stripe from 'stripe';

const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);

const found = await getItem(7); // expect: call getItem ; reach: escapes
await prisma.price.update({ where: { id: 1 }, data: { title: found.title } }); // sink: database prices.title
await stripe.price.update({ where: { id: 1 }, data: { title: found.title } }); // escape: unmodelled-code
