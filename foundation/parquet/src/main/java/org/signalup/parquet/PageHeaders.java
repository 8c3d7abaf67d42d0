package org.signalup.parquet;

/** The Thrift structures of pages and column chunks, by the field numbers of parquet.thrift. */
final class PageHeaders {
    static final int PLAIN = 0;
    static final int RLE = 3;
    static final int RLE_DICTIONARY = 8;
    private static final int UNCOMPRESSED = 0;
    private static final int ZSTD = 6;
    private static final int DATA_PAGE = 0;
    private static final int DICTIONARY_PAGE = 2;

    private PageHeaders() {}

    /** @param stored bytes that lie in the file for the {@code size} there are */
    static ByteSink data(int size, int stored, int values, int encoding) {
        ThriftWriter thrift = sized(DATA_PAGE, size, stored);
        thrift.struct(5);
        thrift.i32(1, values);
        thrift.i32(2, encoding);
        thrift.i32(3, RLE);
        thrift.i32(4, RLE);
        thrift.end();
        thrift.stop();
        return thrift.out();
    }

    static ByteSink dictionary(int size, int stored, int values) {
        ThriftWriter thrift = sized(DICTIONARY_PAGE, size, stored);
        thrift.struct(7);
        thrift.i32(1, values);
        thrift.i32(2, PLAIN);
        thrift.end();
        thrift.stop();
        return thrift.out();
    }

    private static ThriftWriter sized(int type, int size, int stored) {
        ThriftWriter thrift = new ThriftWriter();
        thrift.i32(1, type);
        thrift.i32(2, size);
        thrift.i32(3, stored);
        return thrift;
    }

    static void chunk(ThriftWriter thrift, ParquetFile.Chunk chunk) {
        thrift.begin();
        thrift.i64(2, chunk.start());
        thrift.struct(3);
        thrift.i32(1, chunk.kind().physicalType());
        boolean dictionary = chunk.dictionaryLength() > 0;
        thrift.list(2, ThriftWriter.I32, dictionary ? 3 : 2);
        thrift.element(PLAIN);
        thrift.element(RLE);
        if (dictionary) {
            thrift.element(RLE_DICTIONARY);
        }
        thrift.list(3, ThriftWriter.BINARY, 1);
        thrift.element(chunk.name());
        thrift.i32(4, chunk.compressed() ? ZSTD : UNCOMPRESSED);
        thrift.i64(5, chunk.values());
        thrift.i64(6, chunk.size());
        thrift.i64(7, chunk.length());
        thrift.i64(9, chunk.start() + chunk.dictionaryLength());
        if (dictionary) {
            thrift.i64(11, chunk.start());
        }
        chunk.range().ifPresent(range -> statistics(thrift, range));
        thrift.end();
        thrift.end();
    }

    private static void statistics(ThriftWriter thrift, ValueRange range) {
        thrift.struct(12);
        thrift.bytes(5, range.most());
        thrift.bytes(6, range.least());
        thrift.end();
    }
}
