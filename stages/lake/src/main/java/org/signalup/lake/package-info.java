/**
 * The lake: samples that stay, as Parquet by date and batch, with a manifest that says what there is. Starting points:
 * {@link org.signalup.lake.Lake}, {@link org.signalup.lake.LakeView}.
 */
package org.signalup.lake;
