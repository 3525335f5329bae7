import { PrismaClient } from './generated/prisma/client'; // generated: not in the tree

const held = globalThis as unknown as { prisma?: PrismaClient };
export const prisma = held.prisma ?? new PrismaClient();
