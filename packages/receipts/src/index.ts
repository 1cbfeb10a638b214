export {
  createReceiptReader,
  type ReceiptAnswer,
  type ReceiptQuery,
  type ReceiptReader,
  type ReceiptReaderDeps,
} from './receiptReader.js';
