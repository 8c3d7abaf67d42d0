package org.signalup.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;

/** DuckDB calls a function to match positions; the same SQL as on every other engine is its yardstick. */
class DuckDbContractTest extends ContractSuite {
    @Override
    protected Engine newEngine(int threads, Path spillFolder) {
        return DuckDbEngine.open(threads, "700MB", spillFolder);
    }

    @Override
    protected Optional<BiFunction<Integer, Path, Engine>> yardstick() {
        return Optional.of((threads, spillFolder) -> withoutFunctions(newEngine(threads, spillFolder)));
    }

    private static Engine withoutFunctions(Engine engine) {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("functionHeapBytes")) {
                        return 0L;
                    }
                    try {
                        return method.invoke(engine, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
