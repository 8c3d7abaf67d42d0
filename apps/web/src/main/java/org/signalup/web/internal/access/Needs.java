package org.signalup.web.internal.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.signalup.people.Capability;

/** What whoever asks must be granted, all of it; on a class for all its handlers. Which rows they see is the database's part. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Capability[] value();
}
