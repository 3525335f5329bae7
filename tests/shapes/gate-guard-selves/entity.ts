import { Column, Entity, ManyToOne, OneToMany, JoinColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('items')
export class Item {
  @PrimaryGeneratedColumn()
  id: number;
  @Column()
  withheld: boolean;
  @Column()
  remote: number;
  @Column()
  parentId: number;
  @ManyToOne(() => Item, (one) => one.children)
  @JoinColumn({ name: 'parentId' })
  parent: Item;
  @OneToMany(() => Item, (one) => one.parent)
  children: Item[];
  @OneToMany(() => Note, (one) => one.item)
  notes: Note[];
}

@Entity('notes')
export class Note {
  @PrimaryGeneratedColumn()
  id: number;
  @Column()
  remote: number;
  @ManyToOne(() => Item, (one) => one.notes)
  item: Item;
}
