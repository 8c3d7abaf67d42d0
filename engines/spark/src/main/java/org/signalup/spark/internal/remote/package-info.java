/** Files that Hadoop reaches by URL, as a file system of Java's own. */
package org.signalup.spark.internal.remote;
