/** The distributed engine: Apache Spark behind the seam of {@code foundation/engine}. Starting point: {@link org.signalup.spark.SparkEngine}. */
package org.signalup.spark;
