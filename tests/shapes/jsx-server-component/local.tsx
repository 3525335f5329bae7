export const findItems = ({ title }: { title: string }) => <p>{title}</p>;
