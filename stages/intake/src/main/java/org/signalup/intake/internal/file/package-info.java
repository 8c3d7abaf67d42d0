/** From bytes on disk to records of UTF-8 cells: gzip, encodings, CSV, XLSX, Parquet. Nothing here knows what a sample is. */
package org.signalup.intake.internal.file;
