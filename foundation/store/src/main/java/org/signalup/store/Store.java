package org.signalup.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.signalup.domain.RefusedException;
import org.signalup.store.internal.Migrations;
import org.signalup.store.internal.Pool;
import org.signalup.store.internal.ScopeSettings;
import org.signalup.store.internal.Server;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database. Every query runs in a transaction of a {@link Scope}: there is no other way to a {@link JdbcClient}, so that
 * none can forget on whose behalf it asks.
 *
 * <p>Failures of the database come as Spring's {@code DataAccessException}, one that cannot be reached as {@code
 * DataAccessResourceFailureException}; it answers again once its server does.
 */
public final class Store implements AutoCloseable {
    private final Server server;
    private final HikariDataSource pool;
    private final JdbcClient client;
    private final JdbcTransactionManager transactions;
    private final TransactionTemplate reading;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate changing;

    private Store(Server server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
        this.client = JdbcClient.create(pool);
        this.transactions = new JdbcTransactionManager(pool);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.changing = new TransactionTemplate(transactions);
    }

    /**
     * Starts or reaches the server and brings its tables up to date.
     *
     * @throws RefusedException if the folder belongs to another major version or another running program, or the server's
     *     account is one that row policies do not hold for
     */
    public static Store open(StoreSettings settings) {
        return open(Server.of(settings), Migrations::run);
    }

    /**
     * The database of a platform that may be running: its server is used, else started. Tables stay as they are.
     *
     * @throws RefusedException if it cannot be reached, or nothing was ever kept there
     */
    public static Store openBeside(StoreSettings settings) {
        return open(Server.beside(settings), pool -> Migrations.refuseNone(pool, settings));
    }

    /** A database whose tables are those of an older program or ours: what a restore fills. */
    public static Store openForRestore(StoreSettings settings, String schema) {
        return open(Server.of(settings), pool -> Migrations.runTo(pool, schema, settings));
    }

    private static Store open(Server server, Consumer<HikariDataSource> prepare) {
        HikariDataSource pool = null;
        try {
            pool = Pool.open(server);
            prepare.accept(pool);
            return new Store(server, pool);
        } catch (RuntimeException e) {
            if (pool != null) {
                pool.close();
            }
            server.close();
            throw e;
        }
    }

    /** Asks; nothing can be changed. */
    public <T> T read(Scope scope, Function<JdbcClient, T> work) {
        return execute(reading, () -> within(scope, "", work));
    }

    /** Asks several times about one and the same moment. */
    public <T> T snapshot(Scope scope, Function<JdbcClient, T> work) {
        return execute(snapshot, () -> within(scope, "", work));
    }

    /** Changes, wholly or not at all. */
    public <T> T change(Scope scope, Function<JdbcClient, T> work) {
        return change(scope, "", work);
    }

    /** The same with the reason the record of changes keeps. */
    public <T> T change(Scope scope, String reason, Function<JdbcClient, T> work) {
        return execute(changing, () -> within(scope, reason, work));
    }

    /** The same for work without an answer. */
    public void run(Scope scope, Consumer<JdbcClient> work) {
        change(scope, client -> {
            work.accept(client);
            return true;
        });
    }

    /** Reads everything as of one moment, on one connection. */
    public <T> T snapshot(BiFunction<JdbcClient, Connection, T> work) {
        TransactionTemplate moment = new TransactionTemplate(transactions);
        moment.setReadOnly(true);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return execute(moment, () -> within(Scope.PLATFORM, "", client -> work.apply(client, connection())));
    }

    /** Fills empty tables, wholly or not at all. */
    public void fill(BiConsumer<JdbcClient, Connection> work) {
        run(Scope.PLATFORM, client -> work.accept(client, connection()));
    }

    /** A connection that was lost before, in or after the work is one and the same failure to whoever asks. */
    private static <T> T execute(TransactionTemplate transaction, Supplier<T> work) {
        try {
            return transaction.execute(status -> work.get());
        } catch (TransactionException e) {
            throw new DataAccessResourceFailureException("the database is away", e);
        }
    }

    /** That of the running transaction. */
    private Connection connection() {
        return DataSourceUtils.getConnection(pool);
    }

    private <T> T within(Scope scope, String reason, Function<JdbcClient, T> work) {
        ScopeSettings.set(client, scope, reason);
        return work.apply(client);
    }

    /** Whether the database answers now; a server of our own that died is started again. */
    public boolean answers() {
        try {
            server.ensureRunning();
            return client.sql("select true").query(Boolean.class).single();
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Where the database is, without its password, for people. */
    public String place() {
        return server.place();
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}
