package org.signalup.store.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connections to the server. */
public final class Pool {
    private static final long LONGEST_WAIT_MS = 5_000;

    private Pool() {}

    /**
     * @throws RefusedException if the server cannot be reached, or its account is above row policies: every rule of who sees
     *     what would be void
     */
    public static HikariDataSource open(Server server) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.address().jdbcUrl());
        config.setUsername(server.address().user());
        config.setPassword(server.address().password());
        config.setMaximumPoolSize(server.connections());
        config.setConnectionTimeout(LONGEST_WAIT_MS);
        config.setPoolName("store");
        config.addDataSourceProperty("ApplicationName", "SignalUp");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        try {
            HikariDataSource pool = new HikariDataSource(config);
            checkAccount(pool, server);
            return pool;
        } catch (com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            String why = String.valueOf(e.getMessage());
            throw refused(
                    server,
                    "DATABASE_UNREACHABLE",
                    Text.of(
                            "连不上数据库：" + why + "；请检查 DATABASE_URL 和服务器",
                            "the database cannot be reached: " + why + "; check DATABASE_URL and the server"));
        }
    }

    private static void checkAccount(HikariDataSource pool, Server server) {
        boolean above = JdbcClient.create(pool)
                .sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single();
        if (above) {
            pool.close();
            throw refused(
                    server,
                    "DATABASE_ACCOUNT",
                    Text.of(
                            "这个数据库账号是超级用户或可绕过行级策略，谁能看什么的规则将全部失效；"
                                    + "请建一个普通账号并让它拥有该数据库：create role signalup login password '…'; create database signalup owner signalup;",
                            "this database account is a superuser or bypasses row policies, so that no rule of who sees what would hold;"
                                    + " make a plain one that owns the database: create role signalup login password '…'; create database signalup owner signalup;"));
        }
    }

    private static RefusedException refused(Server server, String code, Text why) {
        return new RefusedException(Problem.ofFile(server.place(), code, why));
    }
}
